import { type Document, parseDocument } from 'yaml';
import type { Side } from '../api/types';
import type { FieldEdit } from './draft';
import { forgetField } from './forgetField';

/**
 * Applies changes to the text of a rule set; comments and order of the rest stay. Of several
 * changes of one place the last counts: who takes a column away and gives it back has lost nothing.
 */
export function applyEdits(rules: string, edits: readonly FieldEdit[]): string {
  if (edits.length === 0) return rules;
  const document = parseDocument(rules);
  const last = lastOfEach(edits);
  for (const edit of last) applyEdit(document, edit);
  forgetCurrencies(document);
  for (const field of new Set(last.map((edit) => edit.field))) forgetField(document, field);
  return document.toString({ lineWidth: 0 });
}

const SIDES = ['left', 'right'] as const;

/** What says where a field stands, but for one column. */
const OTHER_KEYS = ['debit', 'credit', 'debits', 'currencies', 'from', 'constant', 'expression'];

function applyEdit(document: Document, { field, side, column }: PlaceEdit) {
  const path = [side, 'fields', field];
  if (column === null) {
    if (document.hasIn(path)) document.deleteIn(path);
    return;
  }
  for (const other of OTHER_KEYS) document.deleteIn([...path, other]);
  document.setIn([...path, 'column'], column);
}

interface PlaceEdit extends FieldEdit {
  readonly side: Side;
}

function lastOfEach(edits: readonly FieldEdit[]): readonly PlaceEdit[] {
  const last = new Map<string, PlaceEdit>();
  for (const edit of edits) {
    for (const side of edit.side === 'both' ? SIDES : [edit.side])
      last.set(`${side} ${edit.field}`, { ...edit, side });
  }
  return [...last.values()];
}

/** A currency that the columns of an amount said goes with them. */
function forgetCurrencies(document: Document) {
  let forgotten = false;
  for (const side of SIDES) {
    const said = document.hasIn([side, 'fields', 'amount', 'currencies']);
    if (document.hasIn([side, 'fields', 'currency', 'from']) && !said) {
      document.deleteIn([side, 'fields', 'currency']);
      forgotten = true;
    }
  }
  if (forgotten) forgetField(document, 'currency');
}
