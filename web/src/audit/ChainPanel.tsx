import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { answerOf, api, client } from '../api/client';
import { downloadFile } from '../api/download';
import { asProblem } from '../api/problem';
import type { AuditCheck } from '../api/types';
import { FormProblem } from '../ui/FormProblem';
import { formatAgo, formatCount, formatInstant } from '../ui/format';
import { Icon } from '../ui/Icon';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { saveBlob } from '../ui/saveBlob';
import css from './ChainPanel.module.css';

const EXPORT = '/api/v1/audit-chain/export';

/** Whether the chain of the history holds, when that was verified, and the way to take it along. */
export function ChainPanel() {
  const { data, error, isPending, refetch } = api.useQuery('get', '/api/v1/audit-chain');
  const verify = useMutation({
    mutationFn: () => answerOf(client.POST('/api/v1/audit-chain/check')),
    onSuccess: () => refetch(),
  });
  const take = useMutation({
    mutationFn: async () => saveBlob('audit.jsonl', await downloadFile(EXPORT)),
  });
  if (isPending) return <Skeleton label="the chain" lines={2} />;
  if (error) return <ProblemNotice problem={asProblem(error)} onRetry={() => void refetch()} />;
  const check = verify.data ?? data.lastCheck;
  return (
    <section className={css.chain} aria-label="Chain" data-holds={check?.holds ?? 'unknown'}>
      <span className={css.mark}>
        <Icon name={check && !check.holds ? 'warning' : 'shield'} size={20} />
      </span>
      <div className={css.words}>
        <p role="status">
          <strong>{formatCount(data.number)} events</strong> · {verdictOf(check)}
        </p>
        <p className="muted">
          Head <span className="mono">{data.hash.slice(0, 16)}</span>
        </p>
        {check?.fault && (
          <p className={css.fault}>
            Event {formatCount(check.fault.number)}: found {check.fault.found}, expected{' '}
            {check.fault.expected}. Compare with an export that you kept.
          </p>
        )}
        <FormProblem error={verify.error ?? take.error} />
      </div>
      <div className={css.verbs}>
        <Button
          size="xs"
          variant="default"
          loading={verify.isPending}
          onClick={() => verify.mutate()}
        >
          Verify now
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<Icon name="download" size={14} />}
          loading={take.isPending}
          onClick={() => take.mutate()}
        >
          Export
        </Button>
      </div>
    </section>
  );
}

function verdictOf(check: AuditCheck | null) {
  if (!check) return 'not verified yet; each night it is';
  const when = (
    <time dateTime={check.at} title={formatInstant(check.at)}>
      {formatAgo(check.at, Date.now())}
    </time>
  );
  return check.holds ? (
    <>the chain holds, verified {when}</>
  ) : (
    <strong>the chain is broken, seen {when}</strong>
  );
}
