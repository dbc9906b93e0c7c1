import { type ReactNode, useId } from 'react';
import css from './Field.module.css';

interface LabelledProps {
  readonly label: string;
  readonly hint: ReactNode;
  /** Draws the input, by which its label and its hint know it. */
  readonly children: (input: { id: string; 'aria-describedby': string | undefined }) => ReactNode;
}

/** An input with its label above and a hint below. */
export function Labelled({ label, hint, children }: LabelledProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': hint ? hintId : undefined })}
      {hint && (
        <p className={css.hint} id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}
