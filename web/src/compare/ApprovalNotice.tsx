import { useQueryClient } from '@tanstack/react-query';
import type { Approval } from '../api/types';
import { formatAgo, formatInstant } from '../ui/format';
import { Icon } from '../ui/Icon';
import { APPROVAL_WORDS, CHANGED_MEANWHILE, PROPOSAL_WORDS } from '../ui/vocabulary';
import css from './ApprovalNotice.module.css';
import { ApprovalVerbs } from './ApprovalVerbs';
import { linesOf } from './linesOf';
import { forgetApprovals } from './waits';

/** What waits for another person about this, who proposed it and when; or why it came back. */
export function ApprovalNotice({ approvals }: { readonly approvals: Approval[] | undefined }) {
  const queryClient = useQueryClient();
  const last = approvals?.at(-1);
  if (!last || last.status === 'approved') return null;
  const { label, icon } = APPROVAL_WORDS[last.status];
  const { settled } = last;
  return (
    <section className={css.notice} aria-label="Approval" data-status={last.status}>
      <p className={css.line}>
        <Icon name={icon} size={14} /> <strong>{label}</strong>
        <time dateTime={last.at} title={formatInstant(last.at)}>
          {last.by.name} {PROPOSAL_WORDS[last.kind]} {linesOf(last)},{' '}
          {formatAgo(last.at, Date.now())}
        </time>
      </p>
      {last.changed && (
        <p className={css.text}>
          {CHANGED_MEANWHILE}: {last.changed.text}. It can only be sent back or withdrawn.
        </p>
      )}
      {last.text && <p className={css.text}>“{last.text}”</p>}
      {settled?.text && (
        <p className={css.text}>
          {settled.by?.name}: “{settled.text}”
        </p>
      )}
      {last.status === 'waiting' && (
        <ApprovalVerbs approval={last} onDone={() => void forgetApprovals(queryClient)} />
      )}
    </section>
  );
}
