import { type ReactNode, useId } from 'react';
import css from './Field.module.css';

export interface CheckOption {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

interface CheckListProps {
  readonly legend: string;
  readonly options: readonly CheckOption[];
  readonly chosen: readonly string[];
  readonly onChosen: (chosen: string[]) => void;
}

/** Any number of a few; what is chosen keeps the order of the options. */
export function CheckList({ legend, options, chosen, onChosen }: CheckListProps) {
  const id = useId();
  const toggle = (value: string, on: boolean) =>
    onChosen(
      options
        .map((option) => option.value)
        .filter((each) => (each === value ? on : chosen.includes(each))),
    );
  return (
    <fieldset className={css.checks}>
      <legend className={css.label}>{legend}</legend>
      {options.map(({ value, label, hint, disabled }) => (
        <div key={value} className={css.check}>
          <input
            type="checkbox"
            id={`${id}-${value}`}
            checked={chosen.includes(value)}
            disabled={disabled}
            aria-describedby={hint ? `${id}-${value}-hint` : undefined}
            onChange={(event) => toggle(value, event.currentTarget.checked)}
          />
          <label htmlFor={`${id}-${value}`}>{label}</label>
          {hint && (
            <span className={css.hint} id={`${id}-${value}-hint`}>
              {hint}
            </span>
          )}
        </div>
      ))}
    </fieldset>
  );
}
