import type { ReactNode } from 'react';
import css from './Field.module.css';
import { Labelled } from './Labelled';

interface TextAreaProps {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly hint?: ReactNode;
  readonly rows?: number;
  readonly required?: boolean;
  readonly placeholder?: string;
}

/** Several lines of text with their label above and a hint below. */
export function TextArea({ label, value, onText, hint, rows = 4, ...area }: TextAreaProps) {
  return (
    <Labelled label={label} hint={hint}>
      {(by) => (
        <textarea
          {...area}
          {...by}
          rows={rows}
          className={`${css.input} ${css.area}`}
          spellCheck={false}
          value={value}
          onChange={(event) => onText(event.currentTarget.value)}
        />
      )}
    </Labelled>
  );
}
