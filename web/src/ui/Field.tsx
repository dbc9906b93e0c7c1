import type { InputHTMLAttributes, ReactNode } from 'react';
import css from './Field.module.css';
import { Labelled } from './Labelled';

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly hint?: ReactNode;
}

/** One line of text with its label above and a hint below. */
export function Field({ label, value, onText, hint, ...input }: FieldProps) {
  return (
    <Labelled label={label} hint={hint}>
      {(by) => (
        <input
          {...input}
          {...by}
          className={css.input}
          value={value}
          onChange={(event) => onText(event.currentTarget.value)}
        />
      )}
    </Labelled>
  );
}
