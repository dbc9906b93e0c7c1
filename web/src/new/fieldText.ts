import { isMap, parseDocument, stringify } from 'yaml';
import type { InspectedColumn, RuleFault, Side } from '../api/types';
import { textByCurrency } from './byCurrency';
import type { Pair } from './lookUp';
import { offsetOf } from './textPlace';

/** What a rule set says of one field of a side, and where it says it. */
export interface FieldPlace {
  readonly start: number;
  readonly end: number;
  /** On one line, as `{column: Memo}`. */
  readonly text: string;
}

/** Undefined where the side has no such field, or the text is no YAML. */
export function findField(rules: string, side: Side, field: string): FieldPlace | undefined {
  const node = parseDocument(rules).getIn([side, 'fields', field], true);
  if (!isMap(node) || !node.range) return undefined;
  const [start, valueEnd] = node.range;
  const written = rules.slice(start, valueEnd).trimEnd();
  const end = start + written.length;
  const text = node.flow
    ? written.replaceAll('\n', ' ')
    : stringify(node.toJSON(), { collectionStyle: 'flow', lineWidth: 0 }).trim();
  return { start, end, text };
}

/** The rule set with another text for that field; line breaks become blanks of the same length. */
export function withField(rules: string, { start, end }: FieldPlace, text: string): string {
  return rules.slice(0, start) + text.replaceAll('\n', ' ') + rules.slice(end);
}

/** Where in the text of the field a fault of the whole rule set stands; undefined when outside. */
export function placeWithin(
  rules: string,
  place: FieldPlace,
  text: string,
  fault: RuleFault,
): number | undefined {
  const at = offsetOf(withField(rules, place, text), fault.line, fault.column) - place.start;
  return at >= 0 && at <= text.length ? at : undefined;
}

/** A way to read a field, to begin with. */
export interface Template {
  readonly label: string;
  readonly text: string;
  /** The look-up table that it names, for rules that have none of that name. */
  readonly table?: { readonly name: string; readonly pairs: readonly Pair[] };
}

const SHORT_CHARS = 2;

/** What can be done with a field of this type, written for its column. */
export function templates(
  type: string,
  column: string,
  columns: readonly InspectedColumn[],
): Template[] {
  const name = JSON.stringify(column);
  const cell = `row[${name}]`.replaceAll("'", "''");
  if (type === 'amount') {
    const sign = JSON.stringify(signColumn(columns, column));
    const split = textByCurrency(columns);
    return [
      ...(split ? [{ label: 'Columns by currency', text: split }] : []),
      { label: 'Sign by a column', text: `{column: ${name}, sign: {column: ${sign}, minus: [D]}}` },
      { label: 'Expression', text: `{expression: '${cell}.amount(".")'}` },
    ];
  }
  if (type === 'date') {
    return [
      { label: 'Pattern', text: `{column: ${name}, extract: '(\\S+)', format: yyyy-MM-dd}` },
      { label: 'Expression', text: `{expression: '${cell}.date("yyyy-MM-dd")'}` },
    ];
  }
  if (type === 'time') {
    return [{ label: 'Clock that is ahead', text: `{column: ${name}, ahead: 60}` }];
  }
  const words: Template[] = [
    { label: 'Pattern', text: `{column: ${name}, extract: '(\\d{4,})'}` },
    { label: 'Expression', text: `{expression: '${cell}.trim()'}` },
    lookUp(column, columns),
  ];
  const constant = type === 'currency' ? 'EUR' : 'Main';
  if (type === 'currency' && textByCurrency(columns))
    words.push({ label: "The amount's column", text: '{from: amount}' });
  return [...words, { label: 'Constant', text: `{constant: ${constant}}` }];
}

/** A table that has the first texts of the column, for somebody to say what they stand for. */
function lookUp(column: string, columns: readonly InspectedColumn[]): Template {
  const samples = columns.find(({ name }) => name === column)?.samples ?? [];
  const name =
    column
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'table';
  return {
    label: 'Look-up table',
    text: `{column: ${JSON.stringify(column)}, lookup: {table: ${name}, missing: keep}}`,
    table: { name, pairs: [...new Set(samples)].map((text) => [text, text] as const) },
  };
}

/** A column of short texts is likely to be the one with the signs. */
function signColumn(columns: readonly InspectedColumn[], amount: string): string {
  const short = columns.find(
    ({ name, samples }) =>
      name !== amount &&
      samples.length > 0 &&
      samples.every((text) => text.length <= SHORT_CHARS && /^\D+$/.test(text)),
  );
  return short?.name ?? 'D/C';
}
