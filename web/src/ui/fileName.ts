const NAME_CHARS_MAX = 60;

/** `Bank & ledger`, run 3, `breaks.csv` give `Bank_ledger_run_3_breaks.csv`. */
export function exportName(reconciliation: string, run: number, what: string): string {
  const name = reconciliation
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}.-]+/gu, '_')
    .replace(/^[_.]+|[_.]+$/g, '')
    .slice(0, NAME_CHARS_MAX);
  return [...(name ? [name] : []), 'run', run, what].join('_');
}
