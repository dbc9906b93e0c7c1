import { type ReactNode, useId } from 'react';
import css from './Choice.module.css';

interface ChoiceProps<Value extends string> {
  readonly legend: ReactNode;
  /** null while nothing is chosen. */
  readonly value: Value | null;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly hint: string;
  }[];
  readonly onValue: (value: Value) => void;
}

/** One of a few, each with what speaks for it. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { legend, value, options, onValue } = props;
  const name = useId();
  return (
    <fieldset className={css.field}>
      <legend className={css.text}>{legend}</legend>
      <div className={css.options}>
        {options.map((option) => (
          <label key={option.value} className={css.option}>
            <input
              type="radio"
              name={name}
              checked={value === option.value}
              data-autofocus={value === option.value || undefined}
              onChange={() => onValue(option.value)}
            />
            <span>
              <span className={css.label}>{option.label}</span>
              <span className={css.proof}>{option.hint}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
