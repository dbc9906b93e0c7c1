import type { RuleFault } from '../api/types';
import css from './FieldEditor.module.css';

interface FieldFaultsProps {
  readonly id: string;
  readonly faults: readonly RuleFault[];
  readonly onGoTo: (fault: RuleFault) => void;
}

/** What is wrong with the text of a field; each leads to its place. */
export function FieldFaults({ id, faults, onGoTo }: FieldFaultsProps) {
  return (
    <ul id={id} className={css.faults} aria-label="Faults of the field" aria-live="polite">
      {faults.map((fault) => (
        <li key={`${fault.line}:${fault.column}:${fault.message}`}>
          <button type="button" className={css.fault} onClick={() => onGoTo(fault)}>
            {fault.message}
          </button>
        </li>
      ))}
    </ul>
  );
}
