import { type ReactNode, useId } from 'react';
import css from './Field.module.css';

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
  const id = useId();
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {label}
      </label>
      <textarea
        {...area}
        id={id}
        rows={rows}
        className={`${css.input} ${css.area}`}
        spellCheck={false}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      {hint && (
        <p className={css.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
