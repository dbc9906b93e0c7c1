import { type Deal, dealsOf, FEES, type Fee } from './sampleDeals';

/**
 * The sample: a ledger and a bank statement of the same month in two quite different layouts,
 * with every kind of break planted. The same bytes every time.
 */
export function sampleFiles(): [ledger: File, bank: File] {
  const deals = dealsOf();
  const ledger = ledgerLines(deals).join('\n');
  const bank = bankLines(deals, FEES).join('\r\n');
  return [
    new File([`${ledger}\n`], 'ledger_2026-10.csv', { type: 'text/csv', lastModified: 0 }),
    new File([latin1(`${bank}\r\n`)], 'bank_2026-10.csv', { type: 'text/csv', lastModified: 0 }),
  ];
}

/** A line that is no entry: it is rejected, and said so. */
const CLOSING_LINE = '31.10.2026;31.10.2026;;ENDSALDO;siehe Auszug;EUR;';

function ledgerLines(deals: readonly Deal[]): string[] {
  const booked = deals.filter(({ plan }) => plan !== 'bank-only');
  const lines = booked.flatMap((deal) => {
    const { invoice, day, customer, cents, currency } = deal;
    const line = [
      iso(day),
      invoice,
      quoted(customer),
      quoted(`Payment ${invoice}, ${customer}`),
      point(cents),
      currency,
    ].join(',');
    return deal.plan === 'twice-in-ledger' ? [line, line] : [line];
  });
  return ['posting_date,invoice,customer,description,amount,currency', ...lines];
}

function bankLines(deals: readonly Deal[], fees: readonly Fee[]): string[] {
  const paid = deals.filter(({ plan }) => plan !== 'ledger-only').map(bankLine);
  const twice = deals.filter(({ plan }) => plan === 'twice-in-bank').map(bankLine);
  const charged = fees.map(({ day, text, cents }) => {
    return [german(day), german(day), '', text, comma(-cents), 'EUR', ''].join(';');
  });
  const lines = [...paid, ...twice, ...charged].sort((one, other) => {
    return sortable(one).localeCompare(sortable(other));
  });
  const head = 'Buchungstag;Valuta;Auftraggeber;Verwendungszweck;Betrag;Währung;Kundenreferenz';
  return [head, ...lines, CLOSING_LINE];
}

function bankLine(deal: Deal): string {
  const { plan, invoice, currency } = deal;
  const reference = plan === 'typo' ? swapped(invoice) : invoice;
  const inText = plan === 'in-text';
  const unnamed = plan === 'unnamed';
  const day = deal.day + deal.clearingDays + (plan === 'late' ? 24 : 0);
  const cents = plan === 'short' ? deal.cents - deal.shortCents : deal.cents;
  return [
    german(day),
    german(day),
    plan === 'renamed' ? deal.otherCustomer : deal.customer.toUpperCase(),
    inText ? `SEPA-GUTSCHRIFT ${reference} VIELEN DANK` : 'SEPA-GUTSCHRIFT',
    comma(cents),
    currency,
    inText || unnamed ? '' : reference,
  ].join(';');
}

/** Two digits change places, as when somebody types a number off a paper. */
function swapped(invoice: string): string {
  return `${invoice.slice(0, -2)}${invoice.slice(-1)}${invoice.slice(-2, -1)}`;
}

function dateOf(day: number): string {
  return new Date(Date.UTC(2026, 9, day)).toISOString().slice(0, 10);
}

function iso(day: number): string {
  return dateOf(day);
}

function german(day: number): string {
  const [year, month, date] = dateOf(day).split('-');
  return `${date}.${month}.${year}`;
}

function sortable(line: string): string {
  const [day = ''] = line.split(';');
  return day.split('.').reverse().join('');
}

function point(cents: number): string {
  return `${Math.trunc(cents / 100)}.${String(Math.abs(cents % 100)).padStart(2, '0')}`;
}

function comma(cents: number): string {
  const sign = cents < 0 ? '-' : '';
  const whole = String(Math.trunc(Math.abs(cents) / 100)).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${sign}${whole},${String(Math.abs(cents % 100)).padStart(2, '0')}`;
}

function quoted(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The bank writes ISO 8859-1; every letter we use is in it. */
function latin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
