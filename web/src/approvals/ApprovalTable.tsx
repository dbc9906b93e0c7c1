import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Approval } from '../api/types';
import { linesOf } from '../compare/linesOf';
import { Amount } from '../ui/Amount';
import { Badge } from '../ui/Badge';
import { formatAgo, formatInstant } from '../ui/format';
import { Table } from '../ui/Table';
import { APPROVAL_WORDS, CHANGED_MEANWHILE, PROPOSAL_WORDS } from '../ui/vocabulary';
import css from './ApprovalsPage.module.css';
import type { QueueState } from './useQueue';

interface ApprovalTableProps {
  readonly list: QueueState;
  readonly mayChoose: boolean;
  readonly onLook: (approval: Approval) => void;
}

/** The queue: who proposes what, where, and what it comes to. */
export function ApprovalTable({ list, mayChoose, onLook }: ApprovalTableProps) {
  return (
    <Table
      caption="Approvals, newest first"
      head={[
        ...(mayChoose ? ['Chosen'] : []),
        'Proposal',
        'Reconciliation',
        { number: 'Value' },
        'State',
        '',
      ]}
    >
      {list.rows.map((approval) => (
        <tr
          key={approval.id}
          className={css.row}
          aria-selected={approval.id === list.row?.id}
          data-selected={approval.id === list.row?.id || undefined}
          onClick={() => list.select(approval.id)}
        >
          {mayChoose && (
            <td data-column="Chosen">
              <input
                type="checkbox"
                aria-label={`Choose what ${approval.by.name} proposes about ${linesOf(approval)}`}
                checked={list.chosen.includes(approval)}
                disabled={approval.changed !== null}
                onChange={() => list.toggle(approval.id)}
              />
            </td>
          )}
          <ApprovalCells approval={approval} />
          <td>
            <Button size="compact-sm" variant="default" onClick={() => onLook(approval)}>
              Look
            </Button>
          </td>
        </tr>
      ))}
    </Table>
  );
}

function ApprovalCells({ approval }: { readonly approval: Approval }) {
  const { by, at, kind, text, values, status, settled, changed, reconciliationId, runId } =
    approval;
  return (
    <>
      <td data-column="Proposal">
        <strong>{by.name}</strong> {PROPOSAL_WORDS[kind]} {linesOf(approval)}{' '}
        <time className="muted" dateTime={at} title={formatInstant(at)}>
          {formatAgo(at, Date.now())}
        </time>
        {text && <div className={css.said}>“{text}”</div>}
      </td>
      <td data-column="Reconciliation">
        <Link to="/r/$rec/breaks" params={{ rec: reconciliationId }} search={{ run: runId }}>
          {approval.reconciliationName} #{approval.runNumber}
        </Link>
      </td>
      <td data-column="Value" className="num">
        <span className={css.values}>
          {values.map((value) => (
            <Amount key={value.currency} of={value} />
          ))}
        </span>
      </td>
      <td data-column="State">
        {changed ? (
          <>
            <Badge tone="bad">{CHANGED_MEANWHILE}</Badge>
            <div className={css.said}>{changed.text}</div>
          </>
        ) : (
          <Badge tone={status === 'waiting' ? 'wait' : 'plain'}>
            {APPROVAL_WORDS[status].label}
          </Badge>
        )}
        {settled?.by && <span className="muted"> by {settled.by.name}</span>}
        {settled?.text && <div className={css.said}>“{settled.text}”</div>}
      </td>
    </>
  );
}
