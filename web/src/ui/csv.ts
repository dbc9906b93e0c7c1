const NEEDS_QUOTES = /["\n\r,]/;
/** A text that a spreadsheet would take for a formula; a number is none. */
const FORMULA = /^(?!-\d+(\.\d+)?$)[=+\-@\t\r\0]/;

/** Lines of a CSV file (RFC 4180); texts that look like formulas are written as texts. */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | null): string {
  const text = String(value ?? '');
  const safe = FORMULA.test(text) ? `'${text}` : text;
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
