const NEEDS_QUOTES = /["\n\r,]/;
const NEGATIVE = /^-\d+(\.\d+)?$/;
/**
 * Where a spreadsheet would take what follows for a formula: where the comma is the decimal mark,
 * also behind a semicolon or a line break, for there it splits lines and knows no quotes.
 */
const FORMULA = /^(?=[=+\-@＝＋－＠\t\n\r\0])|(?<=[;\n\r])(?=[=+\-@＝＋－＠\t\0])/g;

/** Lines of a CSV file (RFC 4180); texts that look like formulas are written as texts. */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | null): string {
  const text = String(value ?? '');
  const safe = NEGATIVE.test(text) ? text : text.replaceAll(FORMULA, "'");
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Without it spreadsheets take the text for one of their own old encodings. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Gives the browser lines of a CSV file to keep. */
export function saveCsv(name: string, lines: string): void {
  saveBlob(name, new Blob([BYTE_ORDER_MARK, lines], { type: 'text/csv' }));
}

/** Gives the browser a file to keep. */
export function saveBlob(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
