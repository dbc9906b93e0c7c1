import type { FormEvent } from 'react';
import type { BreakSort } from '../api/types';
import { Amount } from '../ui/Amount';
import { formatAmount, formatCount } from '../ui/format';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { Keys } from '../ui/Keys';
import { isZero, type Money } from '../ui/money';
import selectCss from '../ui/Select.module.css';
import { useTyped } from '../ui/useTyped';
import { MAYBE_OLD } from '../ui/vocabulary';
import { focusBreakGrid } from './BreakGrid';
import css from './ListBar.module.css';
import type { BreakSearch } from './search';
import type { WorkbenchState } from './useWorkbench';

interface ListBarProps {
  readonly bench: WorkbenchState;
  readonly search: BreakSearch;
  readonly onSearch: (change: BreakSearch) => void;
  readonly onToggle: (pane: 'facets' | 'compare' | 'history') => void;
}

const CURRENCIES_MAX = 2;

const SORT_WORDS: Record<BreakSort, string> = {
  '-value': 'Greatest value',
  value: 'Smallest value',
  date: 'Oldest',
  '-date': 'Newest',
  kind: 'Kind',
  id: 'Number',
};
const SORTS = Object.entries(SORT_WORDS);
const VALUES = new Set(['value', '-value']);

/** Search, order, what the list holds, and what changed since it was read. */
export function ListBar({ bench, search, onSearch, onToggle }: ListBarProps) {
  const { total, counts, handled, others, isOld, hasAmounts } = bench;
  const values = (counts.data?.values ?? []).filter(({ value }) => !isZero(value));
  return (
    <div className={css.bar}>
      <IconButton label="Filters (f)" icon="filter" onClick={() => onToggle('facets')} />
      <SearchField text={search.text} onText={(text) => onSearch({ text, sel: undefined })} />
      <select
        className={selectCss.select}
        aria-label="Order"
        value={bench.sort}
        onChange={(event) => onSearch({ sort: event.currentTarget.value as BreakSort })}
      >
        {SORTS.filter(([value]) => hasAmounts || !VALUES.has(value)).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <span className={css.total}>
        <strong>{formatCount(total)}</strong>
        {values.length > CURRENCIES_MAX ? (
          <span className={css.value} title={values.map(amountWords).join('\n')}>
            in {values.length} currencies
          </span>
        ) : (
          values.map((value) => (
            <span key={value.currency} className={css.value}>
              <Amount of={value} />
            </span>
          ))
        )}
      </span>
      <span className={css.handled} role="status">
        {handled > 0 && `${formatCount(handled)} handled`}
        {others > 0 && ` ${formatCount(others)} decided elsewhere`}
        {isOld && others === 0 && ` ${MAYBE_OLD}`}
      </span>
      {(handled > 0 || others > 0 || isOld) && (
        <button type="button" className={css.refresh} onClick={bench.refresh}>
          <Icon name="refresh" size={14} /> Refresh <Keys of="r" />
        </button>
      )}
      <IconButton label="History (h)" icon="history" onClick={() => onToggle('history')} />
    </div>
  );
}

function amountWords({ currency, value }: Money): string {
  return `${currency} ${formatAmount(value)}`;
}

interface SearchFieldProps {
  readonly text: string | undefined;
  readonly onText: (text: string | undefined) => void;
}

function SearchField({ text, onText }: SearchFieldProps) {
  const [typed, setTyped] = useTyped(text, onText);

  function leave(event: FormEvent) {
    event.preventDefault();
    focusBreakGrid();
  }

  return (
    <search>
      <form className={css.search} onSubmit={leave}>
        <Icon name="search" size={14} />
        <input
          id="break-search"
          className={css.input}
          type="search"
          aria-label="Search reference, party or text"
          placeholder="Reference, party, text"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && focusBreakGrid()}
        />
        <Keys of="/" />
      </form>
    </search>
  );
}
