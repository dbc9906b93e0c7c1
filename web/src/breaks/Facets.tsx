import type { BreakCounts, FacetCount } from '../api/types';
import { Amount } from '../ui/Amount';
import { formatCount } from '../ui/format';
import { isZero, NO_CURRENCY } from '../ui/money';
import { APPROVAL_WORDS, KIND_WORDS, KINDS, SIDE_WORDS } from '../ui/vocabulary';
import css from './Facets.module.css';
import type { BreakSearch } from './search';
import { ValueRange } from './ValueRange';

const SIDES = Object.keys(SIDE_WORDS);

interface FacetsProps {
  readonly search: BreakSearch;
  readonly counts: BreakCounts;
  readonly hasAmounts: boolean;
  readonly onSearch: (change: BreakSearch) => void;
}

/** Ways to narrow the list; the counts come from the server and ignore their own filter. */
export function Facets({ search, counts, hasAmounts, onSearch }: FacetsProps) {
  return (
    <div className={css.facets} id="facets">
      <FacetGroup
        title="Status"
        counts={counts.statuses}
        words={{ open: 'Open', resolved: 'Resolved' }}
        chosen={[search.status ?? 'open']}
        onChoose={(value) => {
          const status = value === 'resolved' ? 'resolved' : 'open';
          onSearch({ status: (search.status ?? 'open') === status ? 'all' : status });
        }}
      />
      {(counts.waiting > 0 || search.waiting) && (
        <FacetGroup
          title="Approval"
          counts={[{ value: 'waiting', count: counts.waiting, values: [] }]}
          words={{ waiting: APPROVAL_WORDS.waiting.label }}
          chosen={search.waiting ? ['waiting'] : []}
          onChoose={() => onSearch({ waiting: search.waiting ? undefined : true })}
        />
      )}
      <FacetGroup
        title="Kind"
        counts={inOrder(counts.kinds, KINDS)}
        words={Object.fromEntries(KINDS.map((kind) => [kind, KIND_WORDS[kind].label]))}
        chosen={search.kind ?? []}
        onChoose={(value) =>
          onSearch({ kind: toggled<string>(search.kind, value) as BreakSearch['kind'] })
        }
      />
      <FacetGroup
        title="Stands alone on"
        counts={inOrder(counts.sides, SIDES)}
        words={SIDE_WORDS}
        chosen={search.side ? [search.side] : []}
        onChoose={(value) => {
          const side = value === 'left' ? 'left' : 'right';
          onSearch({ side: search.side === side ? undefined : side });
        }}
      />
      {hasAmounts && (
        <FacetGroup
          title="Currency"
          counts={counts.currencies}
          words={{ [NO_CURRENCY]: 'none given' }}
          chosen={search.currency ?? []}
          onChoose={(value) => onSearch({ currency: toggled(search.currency, value) })}
        />
      )}
      {hasAmounts && <ValueRange min={search.min} max={search.max} onSearch={onSearch} />}
    </div>
  );
}

function toggled<T extends string>(values: readonly T[] | undefined, value: T): T[] | undefined {
  const rest = (values ?? []).filter((each) => each !== value);
  const next = rest.length === values?.length || !values ? [...rest, value] : rest;
  return next.length > 0 ? next : undefined;
}

function inOrder(counts: readonly FacetCount[], order: readonly string[]): FacetCount[] {
  return counts.toSorted((one, other) => order.indexOf(one.value) - order.indexOf(other.value));
}

interface FacetGroupProps {
  readonly title: string;
  readonly counts: readonly FacetCount[];
  readonly words: Readonly<Record<string, string>>;
  readonly chosen: readonly string[];
  readonly onChoose: (value: string) => void;
}

function FacetGroup({ title, counts, words, chosen, onChoose }: FacetGroupProps) {
  if (counts.length === 0) return null;
  return (
    <fieldset className={css.group}>
      <legend className={css.title}>{title}</legend>
      {counts.map(({ value, count, values }) => (
        <button
          key={value}
          type="button"
          className={css.choice}
          aria-pressed={chosen.includes(value)}
          onClick={() => onChoose(value)}
        >
          <span className={css.word}>{words[value] ?? value}</span>
          <span className={css.count}>{formatCount(count)}</span>
          {values[0] && values.length === 1 && !isZero(values[0].value) && (
            <span className={css.value}>
              <Amount of={values[0]} bare={values[0].currency === value} />
            </span>
          )}
        </button>
      ))}
    </fieldset>
  );
}
