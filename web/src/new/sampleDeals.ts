/** What happens to a deal on its way from the ledger to the bank. */
export type Plan =
  | 'exact'
  | 'in-text'
  | 'short'
  | 'late'
  | 'renamed'
  | 'typo'
  | 'unnamed'
  | 'twice-in-ledger'
  | 'twice-in-bank'
  | 'ledger-only'
  | 'bank-only';

export interface Deal {
  readonly plan: Plan;
  readonly invoice: string;
  /** Day of October 2026, from 1; it may run into November. */
  readonly day: number;
  readonly clearingDays: number;
  readonly customer: string;
  readonly otherCustomer: string;
  readonly cents: number;
  readonly shortCents: number;
  readonly currency: string;
}

export interface Fee {
  readonly day: number;
  readonly text: string;
  readonly cents: number;
}

const DEALS = 2000;
const TWINS = 6;

/** How many deals go which way; the rest is exact. */
const PLANTED: readonly (readonly [Plan, number])[] = [
  ['in-text', 240],
  ['short', 22],
  ['late', 5],
  ['renamed', 12],
  ['typo', 16],
  ['unnamed', 18],
  ['twice-in-ledger', 6],
  ['twice-in-bank', 5],
  ['ledger-only', 31],
  ['bank-only', 17],
];

const FIRST = [
  'Alpen',
  'Nord',
  'Rhein',
  'Blau',
  'Stern',
  'Hafen',
  'Kupfer',
  'Linden',
  'Müller',
  'Söder',
  'Weiß',
  'Acme',
  'Brück',
  'Feld',
  'Garten',
  'Insel',
];
const SECOND = [
  'werk',
  'bau',
  'logistik',
  'druck',
  'technik',
  'handel',
  'optik',
  'licht',
  'metall',
  'papier',
  'reisen',
  'medien',
];
const FORM = [' GmbH', ' AG', ' KG', ' & Co. KG', ' eG', ' SE'];

/** Charges that only the bank knows. */
export const FEES: readonly Fee[] = Array.from({ length: 9 }, (_, at) => ({
  day: 3 + at * 3,
  text: at % 3 === 0 ? 'KONTOFÜHRUNG' : 'ENTGELT AUSLANDSZAHLUNG',
  cents: 490 + at * 135,
}));

/** A small seeded generator of whole numbers below a bound (Marsaglia's xorshift). */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

function planOf(at: number): Plan {
  let left = (at * 701) % DEALS;
  for (const [plan, count] of PLANTED) {
    if (left < count) return plan;
    left -= count;
  }
  return 'exact';
}

export function dealsOf(): Deal[] {
  const below = generator(20261001);
  const pick = (words: readonly string[]) => words[below(words.length)] ?? '';
  const deals = Array.from({ length: DEALS }, (_, at): Deal => {
    const base = `${pick(FIRST)}${pick(SECOND)}`;
    const large = below(12) === 0;
    const cents = large ? 1_000_00 + below(48_000_00) : 15_00 + below(2_400_00);
    const foreign = below(20);
    return {
      plan: planOf(at),
      invoice: `INV-${202610000 + at * 7 + below(7)}`,
      day: 1 + Math.floor((at * 27) / DEALS),
      clearingDays: below(3),
      customer: `${base}${pick(FORM)}`,
      otherCustomer: `${pick(FIRST)}${pick(SECOND)}${pick(FORM)}`.toUpperCase(),
      cents,
      shortCents: [10, 250, 1500, 9000][below(4)] ?? 10,
      currency: foreign === 0 ? 'USD' : foreign === 1 ? 'CHF' : 'EUR',
    };
  });
  return deals.map(likeAnother());
}

/** The first unnamed deals are pairs of one customer, day and amount: nothing tells them apart. */
function likeAnother(): (deal: Deal) => Deal {
  const twins: Deal[] = [];
  return (deal) => {
    if (deal.plan !== 'unnamed' || twins.length >= TWINS) return deal;
    const cents = 740_00 + Math.floor(twins.length / 2) * 185_00;
    const { customer } = (twins.length % 2 === 1 && twins.at(-1)) || deal;
    const twin = { ...deal, customer, day: 12, clearingDays: 1, currency: 'EUR', cents };
    twins.push(twin);
    return twin;
  };
}
