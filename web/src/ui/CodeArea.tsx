import type { Ref } from 'react';
import css from './CodeArea.module.css';

interface CodeAreaProps {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

const ROWS_MIN = 10;
const ROWS_MAX = 26;

/** A text that a program reads, as high as it has lines. */
export function CodeArea({ label, value, onText, ref }: CodeAreaProps) {
  const lines = value.split('\n').length;
  return (
    <textarea
      ref={ref}
      className={css.area}
      aria-label={label}
      spellCheck={false}
      rows={Math.min(Math.max(lines + 1, ROWS_MIN), ROWS_MAX)}
      value={value}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  );
}
