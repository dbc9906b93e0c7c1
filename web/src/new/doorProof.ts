import type { DoorProof, FileOrigin } from '../api/types';
import { formatAmount, formatCount } from '../ui/format';
import { addDecimals, type Decimal, subtractDecimals } from '../ui/money';

/** What a statement claims: the one claim whose difference can be shown. */
const BALANCES = 'opening + entries = closing';

const VALUE = /^(?:([A-Z]{3}) )?(-?\d+(?:\.\d+)?)$/;

/** The proofs that share a claim, and the names of their figures. */
export interface ProvedClaim {
  readonly claim: string;
  readonly names: readonly string[];
  readonly proofs: readonly DoorProof[];
}

/** The statements whose balances hold. */
export function statements({ proofs }: FileOrigin): DoorProof[] {
  return proofs.filter(({ claim }) => claim === BALANCES);
}

/** One group a claim, in the order of the file. */
export function byClaim(proofs: readonly DoorProof[]): ProvedClaim[] {
  const groups = new Map<string, DoorProof[]>();
  for (const proof of proofs) {
    const names = proof.figures.map(({ name }) => name).join();
    const key = `${proof.claim}\n${names}`;
    groups.set(key, [...(groups.get(key) ?? []), proof]);
  }
  return [...groups.values()].flatMap((each) => {
    const first = each[0];
    if (!first) return [];
    return [{ claim: first.claim, names: first.figures.map(({ name }) => name), proofs: each }];
  });
}

/** A figure as the person writes numbers; what is no number stays as it is. */
export function formatFigure(value: string): string {
  const found = VALUE.exec(value);
  const number = found?.[2];
  if (!found || number === undefined) return value;
  if (found[1]) return `${found[1]} ${formatAmount(number)}`;
  return number.includes('.') ? formatAmount(number) : formatWhole(number);
}

function formatWhole(number: string): string {
  return number.length < 16 ? formatCount(Number(number)) : number;
}

/** Opening + entries − closing, added up again here; null for other claims. */
export function differenceOf({ claim, figures }: DoorProof): string | null {
  if (claim !== BALANCES) return null;
  const value = (wanted: string): Decimal | undefined =>
    VALUE.exec(figures.find(({ name }) => name === wanted)?.value ?? '')?.[2];
  const [opening, entries, closing] = ['opening', 'entries', 'closing'].map(value);
  if (opening === undefined || entries === undefined || closing === undefined) return null;
  return subtractDecimals(addDecimals([opening, entries]), closing);
}
