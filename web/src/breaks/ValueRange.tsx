import { type FormEvent, useEffect, useState } from 'react';
import css from './Facets.module.css';
import type { BreakSearch } from './search';

interface ValueRangeProps {
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly onSearch: (change: BreakSearch) => void;
}

const DECIMAL = '[0-9]{1,15}([.,][0-9]{1,9})?';

/** From and to, of the absolute value of a break. */
export function ValueRange({ min, max, onSearch }: ValueRangeProps) {
  const [from, setFrom] = useState(min ?? '');
  const [to, setTo] = useState(max ?? '');
  useEffect(() => setFrom(min ?? ''), [min]);
  useEffect(() => setTo(max ?? ''), [max]);

  function apply(event: FormEvent) {
    event.preventDefault();
    onSearch({ min: decimal(from), max: decimal(to) });
  }

  return (
    <form className={css.group} onSubmit={apply} aria-label="Value">
      <span className={css.title}>Value</span>
      <div className={css.range}>
        <input
          className={css.bound}
          inputMode="decimal"
          pattern={DECIMAL}
          placeholder="from"
          aria-label="Value from"
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <input
          className={css.bound}
          inputMode="decimal"
          pattern={DECIMAL}
          placeholder="to"
          aria-label="Value to"
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <button type="submit" className={css.apply}>
          Set
        </button>
      </div>
    </form>
  );
}

function decimal(typed: string): string | undefined {
  const text = typed.trim().replace(',', '.');
  return text === '' ? undefined : text;
}
