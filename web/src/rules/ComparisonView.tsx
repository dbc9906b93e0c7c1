import { answerOf, client } from '../api/client';
import type { Comparison } from '../api/types';
import { EmptyState } from '../ui/EmptyState';
import { formatCount } from '../ui/format';
import { Panel } from '../ui/Panel';
import { ProblemNotice } from '../ui/ProblemNotice';
import { ProgressBar } from '../ui/ProgressBar';
import { UnderWay } from '../ui/UnderWay';
import { ChangedLines } from './ChangedLines';
import { ChangeTable } from './ChangeTable';

/** What the rules that were tried would change: how far it is, or what came out. */
export function ComparisonView({ comparison }: { readonly comparison: Comparison }) {
  switch (comparison.status) {
    case 'queued':
    case 'running':
      return <Trying comparison={comparison} />;
    case 'cancelled':
      return (
        <EmptyState icon="cross" title="Cancelled" text="Try the rules again when you like." />
      );
    case 'failed':
      return comparison.failure && <ProblemNotice problem={comparison.failure} />;
    case 'done':
      return <Result comparison={comparison} />;
  }
}

function Trying({ comparison }: { readonly comparison: Comparison }) {
  const params = { path: { comparisonId: comparison.id } };
  return (
    <UnderWay
      title={comparison.status === 'queued' ? 'Waiting for a worker' : 'Trying both rule sets'}
      onCancel={() =>
        answerOf(client.POST('/api/v1/comparisons/{comparisonId}/cancel', { params }))
      }
    >
      <ProgressBar label="Progress of the comparison" share={comparison.progress} />
    </UnderWay>
  );
}

function Result({ comparison }: { readonly comparison: Comparison }) {
  const { totals, before, after, run } = comparison;
  if (!totals) return null;
  const name = after === null ? 'The draft' : `Version ${after}`;
  const lines = formatCount(totals.lines);
  const changed = formatCount(totals.changed);
  if (totals.changed === 0) {
    return (
      <EmptyState
        icon="check"
        title="Nothing changes"
        text={`${name} gives what version ${before} gives, on all ${lines} lines.`}
      />
    );
  }
  return (
    <>
      <Panel
        title="What it would change"
        flush
        aside={
          <span className="muted figures">
            {`${name} against version ${before}, on run #${run}: ${changed} of ${lines} lines`}
          </span>
        }
      >
        <ChangeTable totals={totals} />
      </Panel>
      <ChangedLines comparison={comparison} totals={totals} />
    </>
  );
}
