import { type Document, isMap, isSeq, parseDocument } from 'yaml';
import type { FieldEdit } from './draft';

/** Applies changes to the text of a rule set; comments and order of the rest stay. */
export function applyEdits(rules: string, edits: readonly FieldEdit[]): string {
  if (edits.length === 0) return rules;
  const document = parseDocument(rules);
  for (const edit of edits) applyEdit(document, edit);
  return document.toString({ lineWidth: 0 });
}

/** What says where a field stands, but for one column. */
const OTHER_KEYS = ['debit', 'credit', 'debits', 'currencies', 'from', 'constant', 'expression'];

function applyEdit(document: Document, { field, side, column }: FieldEdit) {
  for (const each of side === 'both' ? ['left', 'right'] : [side]) {
    const path = [each, 'fields', field];
    if (column === null) {
      document.deleteIn(path);
      continue;
    }
    for (const other of OTHER_KEYS) document.deleteIn([...path, other]);
    document.setIn([...path, 'column'], column);
  }
  forgetCurrencies(document);
  const isThere = ['left', 'right'].some((each) => document.hasIn([each, 'fields', field]));
  if (!isThere) forgetField(document, field);
}

/** A currency that the columns of an amount said goes with them. */
function forgetCurrencies(document: Document) {
  for (const side of ['left', 'right']) {
    const said = document.hasIn([side, 'fields', 'amount', 'currencies']);
    if (document.hasIn([side, 'fields', 'currency', 'from']) && !said)
      document.deleteIn([side, 'fields', 'currency']);
  }
  const isThere = ['left', 'right'].some((side) => document.hasIn([side, 'fields', 'currency']));
  if (!isThere) forgetField(document, 'currency');
}

/** Passes and comparisons that name a dropped field let go of it; a pass without a key goes. */
function forgetField(document: Document, field: string) {
  document.deleteIn(['compare', field]);
  const passes = document.get('passes');
  if (!isSeq(passes)) return;
  passes.items = passes.items.filter((pass) => {
    if (!isMap(pass)) return true;
    if (pass.get('find') === field || pass.get('in') === field) return false;
    for (const list of ['key', 'similar']) {
      const names = pass.get(list);
      if (!isSeq(names)) continue;
      names.items = names.items.filter((name) => String(name) !== field);
      if (names.items.length === 0) pass.delete(list);
    }
    return pass.has('key');
  });
}
