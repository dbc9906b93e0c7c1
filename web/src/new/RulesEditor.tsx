import { useEffect, useRef, useState } from 'react';
import type { RuleFault } from '../api/types';
import { CodeArea } from '../ui/CodeArea';
import { formatCount } from '../ui/format';
import { Icon } from '../ui/Icon';
import css from './RulesEditor.module.css';
import { offsetOf } from './textPlace';

interface RulesEditorProps {
  readonly rules: string;
  readonly faults: readonly RuleFault[];
  readonly edited: boolean;
  readonly onText: (text: string | null) => void;
}

const TYPING_MILLIS = 400;

/** The whole rule set as text; what is typed is checked a moment later, fault by fault. */
export function RulesEditor({ rules, faults, edited, onText }: RulesEditorProps) {
  const [text, setText] = useState(rules);
  const [isOpen, setIsOpen] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  // A fault opens it; that the fault is mended does not close it over what is being typed.
  if (faults.length > 0 && !isOpen) setIsOpen(true);
  useEffect(() => setText(rules), [rules]);
  useEffect(() => {
    if (text === rules) return;
    const timer = setTimeout(() => onText(text), TYPING_MILLIS);
    return () => clearTimeout(timer);
  }, [text, rules, onText]);

  function goTo({ line, column }: RuleFault) {
    const offset = offsetOf(text, line, column);
    area.current?.focus();
    area.current?.setSelectionRange(offset, offset + 1);
  }

  return (
    <details
      className={css.editor}
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary className={css.summary}>
        <Icon name="chevron" size={14} />
        <h2>Rules as text</h2>
        <span className="muted">
          {edited ? 'edited by hand' : `${formatCount(text.split('\n').length)} lines of YAML`}
        </span>
      </summary>
      <div className={css.body}>
        {faults.length > 0 && (
          <ul className={css.faults} aria-label="Faults">
            {faults.map((fault) => (
              <li key={`${fault.pointer}${fault.line}${fault.message}`}>
                <button type="button" className={css.fault} onClick={() => goTo(fault)}>
                  <span className={css.where}>
                    Line {fault.line}:{fault.column}
                  </span>
                  {fault.message}
                </button>
              </li>
            ))}
          </ul>
        )}
        <CodeArea ref={area} label="Rules as text" value={text} onText={setText} />
        {edited && (
          <button type="button" className={css.back} onClick={() => onText(null)}>
            <Icon name="undo" size={14} /> Back to what was inferred
          </button>
        )}
      </div>
    </details>
  );
}
