import type { InspectedColumn } from '../api/types';

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** The columns that say a currency by their names, by its code: `Amount EUR`, `usd`. */
export function columnsByCurrency(columns: readonly InspectedColumn[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { name, type } of columns) {
    if (!type.startsWith('amount')) continue;
    const words = name.toUpperCase().split(/[^\p{L}\p{N}]+/u);
    const code = words.find((word) => CURRENCIES.has(word));
    if (code !== undefined && !found.has(code)) found.set(code, name);
  }
  return found;
}

/** How an amount in those columns is written in the rules; undefined for fewer than two. */
export function textByCurrency(columns: readonly InspectedColumn[]): string | undefined {
  const pairs = [...columnsByCurrency(columns)];
  if (pairs.length < 2) return undefined;
  const named = pairs.map(([code, name]) => `${code}: ${JSON.stringify(name)}`);
  return `{currencies: {${named.join(', ')}}}`;
}
