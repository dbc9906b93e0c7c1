import { isMap, parse, parseDocument } from 'yaml';

/** One line of a look-up table: a text, and what it stands for. */
export type Pair = readonly [text: string, value: string];

/** What was written or dropped as a table. */
export interface ReadPairs {
  readonly pairs: readonly Pair[];
  /** The first line that is none, from 1, with how many columns it has. */
  readonly fault: { readonly line: number; readonly columns: number } | null;
}

const DELIMITERS = ['\t', ';', ','] as const;

/** Reads two columns: from a spreadsheet (tabs), or CSV with commas or semicolons and quotes. */
export function readPairs(text: string): ReadPairs {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const filled = lines.flatMap((line, at) => (line.trim() === '' ? [] : [{ line, at }]));
  const delimiter =
    DELIMITERS.find((each) => filled.every(({ line }) => cells(line, each).length === 2)) ??
    DELIMITERS.find((each) => filled[0]?.line.includes(each)) ??
    ',';
  const pairs: Pair[] = [];
  for (const { line, at } of filled) {
    const [key, value, ...more] = cells(line, delimiter);
    if (key === undefined || value === undefined || more.length > 0)
      return { pairs, fault: { line: at + 1, columns: cells(line, delimiter).length } };
    pairs.push([key, value]);
  }
  return { pairs, fault: null };
}

/** The cells of one line (RFC 4180), without blanks at their ends. */
function cells(line: string, delimiter: string): string[] {
  const found: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const each = line[at];
    if (each === '"' && quoted && line[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (each === '"' && (quoted || cell.trim() === '')) quoted = !quoted;
    else if (each === delimiter && !quoted) {
      found.push(cell.trim());
      cell = '';
    } else cell += each;
  }
  return [...found, cell.trim()];
}

/** A table as it can be written again. */
export function pairsText(pairs: readonly Pair[]): string {
  return pairs.map((pair) => pair.map(quoted).join(', ')).join('\n');
}

function quoted(text: string): string {
  return /[",;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The table that the text of a field names; undefined where it names none. */
export function tableOf(field: string): string | undefined {
  try {
    const said: unknown = parse(field)?.lookup;
    const name = typeof said === 'string' ? said : (said as { table?: unknown } | null)?.table;
    return typeof name === 'string' ? name : undefined;
  } catch {
    return undefined;
  }
}

/** What a rule set has under that name; nothing where it has no such table. */
export function pairsOf(rules: string, table: string): Pair[] {
  const node = parseDocument(rules).getIn(['lookups', table], true);
  if (!isMap(node)) return [];
  return node.items.map(({ key, value }) => [String(key), String(value ?? '')]);
}

/** The rule set with this table; a text that stands there twice counts as it stands last. */
export function withTable(rules: string, table: string, pairs: readonly Pair[]): string {
  const document = parseDocument(rules);
  document.setIn(['lookups', table], document.createNode(Object.fromEntries(pairs)));
  return document.toString({ lineWidth: 0 });
}
