import { useState } from 'react';
import { asProblem } from '../api/problem';
import { retryPages } from '../api/usePages';
import layout from '../ui/Bench.module.css';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { useNarrow } from '../ui/useNarrow';
import { BreakGrid } from './BreakGrid';
import { ComparePane } from './ComparePane';
import { Facets } from './Facets';
import { HistoryDrawer } from './HistoryDrawer';
import { ListBar } from './ListBar';
import { NoBreaks } from './NoBreaks';
import type { BreakSearch } from './search';
import { TrayBar } from './TrayBar';
import { useWorkbench } from './useWorkbench';
import { useWorkbenchKeys } from './useWorkbenchKeys';
import css from './Workbench.module.css';

interface WorkbenchProps {
  readonly runId: string;
  readonly search: BreakSearch;
  readonly onSearch: (change: BreakSearch) => void;
}

const FACETS_WIDTH_MIN = 1300;
const FIRST_PANES = {
  facets: window.innerWidth >= FACETS_WIDTH_MIN,
  compare: true,
  history: false,
};

/** Facets, list and compare pane; what is handled stays in place until the list is refreshed. */
export function Workbench({ runId, search, onSearch }: WorkbenchProps) {
  const bench = useWorkbench(runId, search, onSearch);
  const { list, counts, rows, total, hasAmounts } = bench;
  const narrow = useNarrow();
  const [panes, setPanes] = useState(FIRST_PANES);
  const toggle = (name: keyof typeof panes) => setPanes((now) => ({ ...now, [name]: !now[name] }));
  useWorkbenchKeys({ bench, toggle, panes });

  const opened = narrow ? search.sel !== undefined : panes.compare;
  const showsPane = opened && (list.isPending || rows.length > 0 || bench.outside !== undefined);
  return (
    <div className={layout.bench}>
      {panes.facets && (
        <aside className={css.facets} aria-label="Filters">
          {counts.data && (
            <Facets
              search={search}
              counts={counts.data}
              hasAmounts={hasAmounts}
              onSearch={onSearch}
            />
          )}
        </aside>
      )}
      <section
        className={layout.list}
        aria-label="List"
        data-stale={list.isPlaceholderData || undefined}
      >
        <ListBar bench={bench} search={search} onSearch={onSearch} onToggle={toggle} />
        {list.isPending && <Skeleton label="breaks" />}
        {list.data && rows.length === 0 && (
          <NoBreaks
            search={search}
            hasResolved={counts.data?.statuses.some(({ value }) => value === 'resolved') ?? false}
            onSearch={onSearch}
          />
        )}
        {rows.length > 0 && (
          <BreakGrid
            rows={rows}
            total={total}
            hasAmounts={hasAmounts}
            selected={bench.selected}
            changes={bench.decisions.changes}
            tray={bench.tray}
            people={bench.people}
            onSelect={bench.select}
            onUndo={bench.undoRow}
            onNearEnd={bench.readOn}
          />
        )}
        {list.error && (
          <div className={layout.inset}>
            <ProblemNotice problem={asProblem(list.error)} onRetry={() => retryPages(list)} />
          </div>
        )}
        <TrayBar tray={bench.tray} onMatch={bench.matchTray} onClear={bench.clearTray} />
      </section>
      {showsPane && (
        <ComparePane
          bench={bench}
          cand={search.cand}
          onClose={() => onSearch({ sel: undefined })}
        />
      )}
      {panes.history && (
        <HistoryDrawer
          runId={runId}
          onUndo={(decision) => void bench.decisions.undo(decision.id)}
          onClose={() => toggle('history')}
        />
      )}
    </div>
  );
}
