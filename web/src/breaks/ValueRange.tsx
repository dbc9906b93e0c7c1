import { type FormEvent, useEffect, useRef, useState } from 'react';
import { formatAmount, formatDecimal, readDecimal } from '../ui/format';
import css from './Facets.module.css';
import { type BreakSearch, isBound } from './search';

interface ValueRangeProps {
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly onSearch: (change: BreakSearch) => void;
}

/** From and to, of the absolute value of a break. */
export function ValueRange({ min, max, onSearch }: ValueRangeProps) {
  const [from, setFrom] = useState(written(min));
  const [to, setTo] = useState(written(max));
  useEffect(() => setFrom(written(min)), [min]);
  useEffect(() => setTo(written(max)), [max]);

  function apply(event: FormEvent) {
    event.preventDefault();
    onSearch({ min: decimal(from), max: decimal(to) });
  }

  return (
    <form className={css.group} onSubmit={apply} aria-label="Value">
      <span className={css.title}>Value</span>
      <div className={css.range}>
        <Bound label="Value from" hint="from" value={from} onText={setFrom} />
        <Bound label="Value to" hint="to" value={to} onText={setTo} />
        <button type="submit" className={css.apply}>
          Set
        </button>
      </div>
    </form>
  );
}

interface BoundProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onText: (text: string) => void;
}

/** What is typed is read as the person writes numbers; anything else is told at the field. */
function Bound({ label, hint, value, onText }: BoundProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const isFault = value.trim() !== '' && !isBound(readDecimal(value));
    const example = formatAmount('1234.50');
    field.current?.setCustomValidity(isFault ? `Give an amount such as ${example}` : '');
  }, [value]);
  return (
    <input
      ref={field}
      className={css.bound}
      inputMode="decimal"
      placeholder={hint}
      aria-label={label}
      value={value}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  );
}

function written(bound: string | undefined): string {
  return bound === undefined ? '' : formatDecimal(bound);
}

function decimal(typed: string): string | undefined {
  return typed.trim() === '' ? undefined : readDecimal(typed);
}
