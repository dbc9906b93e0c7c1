import { Button } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { asProblem } from '../api/problem';
import type { InspectedColumn, RuleFault, Side } from '../api/types';
import { Dialog } from '../ui/Dialog';
import { ProblemNotice } from '../ui/ProblemNotice';
import { fieldLabel } from '../ui/vocabulary';
import css from './FieldEditor.module.css';
import { FieldFaults } from './FieldFaults';
import { type FieldPlace, findField, placeWithin, templates, withField } from './fieldText';
import { LookUpEditor } from './LookUpEditor';
import { pairsOf, tableOf, withTable } from './lookUp';
import { PreviewTable } from './PreviewTable';
import { useFieldPreview } from './useFieldPreview';

/** A field of one side, as it stands in the rules. */
export interface EditedField {
  readonly field: string;
  readonly type: string;
  readonly side: Side;
  readonly column: string;
  readonly columns: readonly InspectedColumn[];
  readonly place: FieldPlace;
}

interface FieldEditorProps {
  readonly of: EditedField;
  readonly file: string;
  readonly rules: string;
  readonly onRules: (rules: string) => void;
  readonly onClose: () => void;
}

/** How one field is read: its text in the rules, and what becomes of lines while it changes. */
export function FieldEditor({ of, file, rules: given, onRules, onClose }: FieldEditorProps) {
  const { field, side } = of;
  const [text, setText] = useState(of.place.text);
  // The rules with the look-up tables as they are written now; the field itself is put in below.
  const [withTables, setWithTables] = useState(given);
  const table = tableOf(text);
  const rules = table ? withTables : given;
  const place = findField(rules, side, field) ?? of.place;
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const edited = withField(rules, place, text);
  const { preview, error, isBehind } = useFieldPreview({ file, side, field, rules: edited });
  const faults = preview?.faults ?? [];

  function goTo(fault: RuleFault) {
    const at = placeWithin(rules, place, text, fault) ?? 0;
    area.current?.focus();
    area.current?.setSelectionRange(at, at + 1);
  }

  return (
    <Dialog title={`How ${fieldLabel(field)} is read on the ${side}`} onClose={onClose} wide>
      <div className={css.starts}>
        {templates(of.type, of.column, of.columns).map((template) => (
          <Button
            key={template.label}
            size="xs"
            variant="default"
            onClick={() => {
              if (template.table && pairsOf(withTables, template.table.name).length === 0)
                setWithTables(withTable(withTables, template.table.name, template.table.pairs));
              setText(template.text);
              area.current?.focus();
            }}
          >
            {template.label}
          </Button>
        ))}
      </div>
      <div>
        <label htmlFor={id} className={css.label}>
          In the rules
        </label>
        <textarea
          id={id}
          ref={area}
          className={css.area}
          spellCheck={false}
          rows={3}
          value={text}
          aria-invalid={faults.length > 0}
          aria-describedby={`${id}-faults`}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <FieldFaults id={`${id}-faults`} faults={faults} onGoTo={goTo} />
      </div>
      {table && (
        <LookUpEditor
          key={table}
          table={table}
          pairs={pairsOf(rules, table)}
          onPairs={(pairs) => setWithTables(withTable(rules, table, pairs))}
        />
      )}
      {error !== null && <ProblemNotice problem={asProblem(error)} />}
      {preview && faults.length === 0 && <PreviewTable preview={preview} isBehind={isBehind} />}
      <div className={css.foot}>
        <Button
          disabled={isBehind || faults.length > 0 || error !== null}
          onClick={() => onRules(edited)}
        >
          Read it so
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </Dialog>
  );
}
