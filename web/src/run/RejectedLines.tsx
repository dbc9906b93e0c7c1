import { useState } from 'react';
import { api } from '../api/client';
import { asProblem } from '../api/problem';
import type { Run, RunSummary, Side } from '../api/types';
import { formatCount } from '../ui/format';
import { Panel } from '../ui/Panel';
import { ProblemNotice } from '../ui/ProblemNotice';
import { SideTag } from '../ui/SideTag';
import { Skeleton } from '../ui/Skeleton';
import { MendBar } from './MendBar';
import css from './RejectedLines.module.css';

interface RejectedLinesProps {
  readonly run: Run;
  readonly rejected: RunSummary['rejected'];
}

/** Lines that could not become entries: nothing is dropped silently. */
export function RejectedLines({ run, rejected }: RejectedLinesProps) {
  const total = rejected.left + rejected.right;
  if (total === 0) return <p className="muted">Every line of both files became an entry.</p>;
  return (
    <Panel
      title={`Rejected lines ${formatCount(total)}`}
      aside={
        <span className="muted figures">
          left {formatCount(rejected.left)} · right {formatCount(rejected.right)}
        </span>
      }
      flush
    >
      {(['left', 'right'] as const).map(
        (side) => rejected[side] > 0 && <MendBar key={side} run={run} side={side} />,
      )}
      <p className={css.how}>
        Download them, correct the cells, and deliver the file again: each line takes its place, and
        nothing counts twice.
      </p>
      <RejectedTable runId={run.id} />
    </Panel>
  );
}

const SHOWN_FIRST = 20;
const SHOWN_MAX = 200;

function RejectedTable({ runId }: { readonly runId: string }) {
  const [limit, setLimit] = useState(SHOWN_FIRST);
  const { data, error, isPending, refetch } = api.useQuery(
    'get',
    '/api/v1/runs/{runId}/rejected-lines',
    { params: { path: { runId }, query: { limit } } },
  );
  if (isPending) return <Skeleton label="rejected lines" />;
  if (error) return <ProblemNotice problem={asProblem(error)} onRetry={() => void refetch()} />;
  return (
    <>
      <ul className={css.lines}>
        {data.items.map(({ side, line, column, found, expected, detail, raw }) => (
          <li key={`${side}${line}`} className={css.line}>
            <p className={css.where}>
              <SideTag side={side as Side} />
              <span>
                line {formatCount(line)}
                {column && `, column ${column}`}
              </span>
            </p>
            <p>
              {found === null || expected === null ? (
                detail
              ) : (
                <>
                  found <code className={css.found}>{found}</code> expected {expected}
                </>
              )}
            </p>
            <code className={css.raw}>{raw}</code>
          </li>
        ))}
      </ul>
      {data.next && limit < SHOWN_MAX && (
        <button type="button" className={css.more} onClick={() => setLimit(SHOWN_MAX)}>
          Show up to {SHOWN_MAX}
        </button>
      )}
    </>
  );
}
