import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '../api/client';
import { formatCount } from '../ui/format';
import { Icon } from '../ui/Icon';
import { useKeymap } from '../ui/useKeymap';
import { FourEyesButton } from './FourEyesButton';
import { MembersButton } from './MembersButton';
import { NewRunButton } from './NewRunButton';
import css from './ReconciliationBar.module.css';
import { SourcesButton } from './SourcesButton';

interface ReconciliationBarProps {
  readonly rec: string;
  /** The run whose result is shown; the newest one with a result when the URL names none. */
  readonly run: string | undefined;
  readonly children?: ReactNode;
}

/** How many suggested matches wait for a person, and the way to them. */
function ToConfirm({ rec, run }: { readonly rec: string; readonly run: string }) {
  const navigate = useNavigate();
  const { data } = api.useQuery('get', '/api/v1/runs/{runId}', {
    params: { path: { runId: run } },
  });
  const waiting = (data?.summary?.byPass ?? [])
    .filter(({ status }) => status === 'suggested')
    .reduce((sum, { matches }) => sum + matches, 0);
  const to = {
    to: '/r/$rec/matches',
    params: { rec },
    search: { run, status: 'suggested' },
  } as const;
  useKeymap({ 'g s': () => waiting > 0 && void navigate(to) });
  if (waiting === 0) return null;
  return (
    <Link
      {...to}
      className={css.tab}
      activeProps={{ 'aria-current': undefined }}
      title="Suggested matches (g s)"
    >
      <Icon name="spark" size={14} /> {formatCount(waiting)} to confirm
    </Link>
  );
}

/** Each page of the reconciliation has its key. */
function usePageKeys(rec: string, shown: string | undefined, search: { readonly run?: string }) {
  const navigate = useNavigate();
  const params = { rec };
  useKeymap({
    'g o': () => {
      if (shown) void navigate({ to: '/r/$rec/runs/$run', params: { rec, run: shown } });
    },
    'g b': () => void navigate({ to: '/r/$rec/breaks', params, search }),
    'g m': () => void navigate({ to: '/r/$rec/matches', params, search }),
    'g l': () => void navigate({ to: '/r/$rec/rules', params }),
  });
}

/** The name of the reconciliation and its pages. */
export function ReconciliationBar({ rec, run, children }: ReconciliationBarProps) {
  const { data } = api.useQuery('get', '/api/v1/reconciliations/{reconciliationId}', {
    params: { path: { reconciliationId: rec } },
  });
  const search = run ? { run } : {};
  const shown = run ?? data?.resultRun?.runId ?? data?.lastRun?.id;
  usePageKeys(rec, shown, search);
  // All of it at once: what comes in pieces would move what is there.
  if (!data) return <header className={css.bar} />;
  const active = { className: css.active ?? '' };
  return (
    <header className={css.bar}>
      <h1 className={css.name} title={data.name}>
        {data.name}
      </h1>
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
        <Link
          to="/r/$rec/rules"
          params={{ rec }}
          className={css.tab}
          activeProps={active}
          activeOptions={{ includeSearch: false }}
        >
          Rules
        </Link>
        {shown && <ToConfirm rec={rec} run={shown} />}
      </nav>
      <div className={css.tools}>
        {children}
        <NewRunButton rec={rec} />
        <SourcesButton reconciliation={data} />
        <FourEyesButton reconciliation={data} />
        <MembersButton rec={rec} />
      </div>
    </header>
  );
}
