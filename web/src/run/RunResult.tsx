import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { hasAmounts } from '../api/hasAmounts';
import type { Run, RunSummary } from '../api/types';
import {
  formatCount,
  formatCurrency,
  formatPercent,
  formatRoundCount,
  formatSeconds,
} from '../ui/format';
import { Icon } from '../ui/Icon';
import { Keys } from '../ui/Keys';
import { Panel } from '../ui/Panel';
import { Downloads } from './Downloads';
import { KindTable } from './KindTable';
import { ProofTable } from './ProofTable';
import { RejectedLines } from './RejectedLines';
import { ResultBars } from './ResultBars';
import css from './RunResult.module.css';

interface RunResultProps {
  readonly run: Run;
  readonly summary: RunSummary;
}

/** What a run left: the bars, the breaks by kind, the proof, what was not read. */
export function RunResult({ run, summary }: RunResultProps) {
  const open = summary.byKind.reduce((sum, each) => sum + each.open, 0);
  const resolved = summary.byKind.reduce((sum, each) => sum + each.resolved, 0);
  const isValued = hasAmounts(summary.matchRate);
  const entries = summary.proof.leftEntries.entries + summary.proof.rightEntries.entries;
  return (
    <>
      <section className={css.headline} aria-label="Headline">
        <dl className={css.figures}>
          <Figure name="Matched by count">{formatPercent(summary.matchRate.byCount)}</Figure>
          {isValued && (
            <Figure name="Matched by value">
              {summary.matchRate.byValue.map(({ currency, percent }) => (
                <span key={currency} className={css.part}>
                  <span className={css.currency}>{formatCurrency(currency)}</span>{' '}
                  {formatPercent(percent)}
                </span>
              ))}
            </Figure>
          )}
          <Figure name="Open breaks">{formatCount(open)}</Figure>
          <Figure name="Entries">{formatCount(entries)}</Figure>
        </dl>
        <Button
          size="sm"
          rightSection={<Keys of="w" />}
          leftSection={<Icon name="rows" />}
          renderRoot={(props) => (
            <Link
              to="/r/$rec/breaks"
              params={{ rec: run.reconciliationId }}
              search={{ run: run.id }}
              {...props}
            />
          )}
        >
          Work the breaks
        </Button>
      </section>
      <Panel title="What became of every entry" aside={<Pace summary={summary} />}>
        <ResultBars rec={run.reconciliationId} runId={run.id} summary={summary} />
      </Panel>
      <div className={css.columns}>
        <Panel title="Breaks by kind" flush>
          <KindTable
            rec={run.reconciliationId}
            runId={run.id}
            kinds={summary.byKind}
            hasAmounts={isValued}
          />
        </Panel>
        <Panel title="Downloads" flush>
          <Downloads
            run={run}
            breaks={open + resolved}
            matches={summary.byPass.reduce((sum, each) => sum + each.matches, 0)}
            rejected={summary.rejected.left + summary.rejected.right}
          />
        </Panel>
      </div>
      <ProofTable proof={summary.proof} hasAmounts={isValued} />
      <RejectedLines run={run} rejected={summary.rejected} />
    </>
  );
}

function Figure({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Pace({ summary }: { readonly summary: RunSummary }) {
  const seconds = summary.seconds.reduce((sum, each) => sum + each.seconds, 0);
  const entries = summary.proof.leftEntries.entries + summary.proof.rightEntries.entries;
  const pace = seconds > 0 ? ` · ${formatRoundCount(entries / seconds)} entries/s` : '';
  return (
    <span className="muted figures">
      {formatSeconds(seconds)}
      {pace}
    </span>
  );
}
