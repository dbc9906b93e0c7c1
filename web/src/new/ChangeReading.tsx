import { useState } from 'react';
import type { Inspection, ProposedField, Side } from '../api/types';
import { fieldLabel } from '../ui/vocabulary';
import { FieldEditor } from './FieldEditor';
import css from './FieldMap.module.css';
import { findField } from './fieldText';

/** The rules that a field is changed in, and the files that show what becomes of it. */
export interface Reading {
  readonly rules: string;
  /** The stored files; null before they are uploaded. */
  readonly files: Readonly<Record<Side, string>> | null;
  readonly onRules: (rules: string) => void;
}

interface ChangeReadingProps {
  readonly side: Side;
  readonly of: ProposedField;
  readonly inspection: Inspection;
  readonly reading: Reading;
}

/** Opens the editor of one field of one side. */
export function ChangeReading({ side, of, inspection, reading }: ChangeReadingProps) {
  const [isOpen, setOpen] = useState(false);
  const { rules, files, onRules } = reading;
  const place = findField(rules, side, of.field);
  if (!place || !files) return null;
  const column = (side === 'left' ? of.leftColumn : of.rightColumn) ?? '';
  return (
    <>
      <button type="button" className={css.change} onClick={() => setOpen(true)}>
        Change how it is read
        <span className="only-read-aloud">
          {' '}
          {fieldLabel(of.field)} on the {side}
        </span>
      </button>
      {isOpen && (
        <FieldEditor
          of={{ ...of, side, column, columns: inspection.columns, place }}
          file={files[side]}
          rules={rules}
          onRules={(next) => {
            setOpen(false);
            onRules(next);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
