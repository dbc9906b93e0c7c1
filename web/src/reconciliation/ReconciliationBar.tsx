import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '../api/client';
import { formatCount } from '../ui/format';
import css from './ReconciliationBar.module.css';

interface ReconciliationBarProps {
  readonly rec: string;
  /** The run whose result is shown; the newest one with a result when the URL names none. */
  readonly run: string | undefined;
  readonly children?: ReactNode;
}

/** The name of the reconciliation and its pages. */
export function ReconciliationBar({ rec, run, children }: ReconciliationBarProps) {
  const { data } = api.useQuery('get', '/api/v1/reconciliations/{reconciliationId}', {
    params: { path: { reconciliationId: rec } },
  });
  // All of it at once: what comes in pieces would move what is there.
  if (!data) return <header className={css.bar} />;
  const shown = run ?? data.resultRun?.runId ?? data.lastRun?.id;
  const active = { className: css.active ?? '' };
  const search = run ? { run } : {};
  return (
    <header className={css.bar}>
      <h1 className={css.name}>{data.name}</h1>
      <nav className={css.tabs} aria-label="Pages of this reconciliation">
        {shown && (
          <Link
            to="/r/$rec/runs/$run"
            params={{ rec, run: shown }}
            className={css.tab}
            activeProps={active}
          >
            Result
          </Link>
        )}
        <Link
          to="/r/$rec/breaks"
          params={{ rec }}
          search={search}
          className={css.tab}
          activeProps={active}
          activeOptions={{ includeSearch: false }}
        >
          Breaks
          {data.resultRun && (
            <span className={css.count}>{formatCount(data.resultRun.openBreaks)}</span>
          )}
        </Link>
        <Link
          to="/r/$rec/matches"
          params={{ rec }}
          search={search}
          className={css.tab}
          activeProps={active}
          activeOptions={{ includeSearch: false }}
        >
          Matches
        </Link>
      </nav>
      <div className={css.tools}>{children}</div>
    </header>
  );
}
