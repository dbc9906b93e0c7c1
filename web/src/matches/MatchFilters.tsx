import { api } from '../api/client';
import { formatCount } from '../ui/format';
import selectCss from '../ui/Select.module.css';
import { APPROVAL_WORDS } from '../ui/vocabulary';
import css from './MatchFilters.module.css';
import type { MatchSearch } from './search';

interface MatchFiltersProps {
  readonly runId: string;
  readonly search: MatchSearch;
  readonly onSearch: (change: MatchSearch) => void;
}

/** Which pass and which status the list shows, and in which order. */
export function MatchFilters({ runId, search, onSearch }: MatchFiltersProps) {
  const { data } = api.useQuery('get', '/api/v1/runs/{runId}', { params: { path: { runId } } });
  const totals = data?.summary?.byPass ?? [];
  const passes = [...new Set(totals.map(({ pass }) => pass))];
  const shown = totals
    .filter(({ pass, status }) => {
      return (!search.pass || pass === search.pass) && (!search.status || status === search.status);
    })
    .reduce((sum, { matches }) => sum + matches, 0);
  return (
    <div className={css.bar}>
      <label>
        Pass
        <select
          className={selectCss.select}
          value={search.pass ?? ''}
          onChange={(event) => {
            onSearch({ pass: event.currentTarget.value || undefined, sel: undefined });
          }}
        >
          <option value="">All</option>
          {passes.map((pass) => (
            <option key={pass} value={pass}>
              {pass}
            </option>
          ))}
        </select>
      </label>
      <label>
        Status
        <select
          className={selectCss.select}
          value={search.waiting ? 'waiting' : (search.status ?? '')}
          onChange={(event) => {
            const { value } = event.currentTarget;
            const status = value === 'matched' || value === 'suggested' ? value : undefined;
            const waiting = value === 'waiting' || undefined;
            onSearch({ status, waiting, sel: undefined });
          }}
        >
          <option value="">All</option>
          <option value="matched">Matched</option>
          <option value="suggested">Suggested</option>
          <option value="waiting">{APPROVAL_WORDS.waiting.label}</option>
        </select>
      </label>
      <label>
        Order
        <select
          className={selectCss.select}
          value={search.sort ?? ''}
          onChange={(event) => {
            const sort = event.currentTarget.value === 'confidence' ? 'confidence' : undefined;
            onSearch({ sort, sel: undefined });
          }}
        >
          <option value="">As in the left file</option>
          <option value="confidence">Least sure first</option>
        </select>
      </label>
      {data && !search.waiting && (
        <strong className="figures">
          {formatCount(shown)} {shown === 1 ? 'match' : 'matches'}
        </strong>
      )}
    </div>
  );
}
