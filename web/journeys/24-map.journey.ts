import type { FieldEdit } from '../src/new/draft';
import { applyEdits } from '../src/new/rulesEdit';
import { authorization } from './door';
import { drop, sample, textFile } from './files';
import { expect, test } from './server';
import { answered, sent } from './steps';

const PEOPLE = ['Stadtwerke Köln AG', 'ACME Ltd.', 'Hotel Zur Post', 'Apotheke am Markt'];

/** What a bank says in German of 60 invoices, one paid in three parts, and a ledger in English. */
function bankAndLedger() {
  const invoices = Array.from({ length: 60 }, (_, at) => ({
    no: `RE-2026-${String(400 + at)}`,
    party: PEOPLE[at % PEOPLE.length] ?? '',
    cents: 12_345 + at * 7_919,
    day: String(1 + (at % 28)).padStart(2, '0'),
  }));
  const money = (cents: number, mark: string) =>
    `${Math.trunc(cents / 100)}${mark}${String(cents % 100).padStart(2, '0')}`;
  const bank = invoices.flatMap(({ no, party, cents, day }, at) => {
    const parts = at % 20 === 7 ? [1_111, 2_222, cents - 3_333] : [cents];
    const text = parts.length > 1 ? 'Teilzahlung' : `Rechnung ${no} vielen Dank`;
    return parts.map((part) => `${day}.09.2026;${party};${text};${money(part, ',')};EUR`);
  });
  const ledger = invoices.map(
    ({ no, party, cents, day }) => `2026-09-${day},${no},${party},${money(cents, '.')},EUR`,
  );
  return [
    textFile('bank.csv', `Buchungstag;Empfänger;Zweck;Betrag;Währung\n${bank.join('\n')}\n`),
    textFile('ledger.csv', `date,document,customer,amount,currency\n${ledger.join('\n')}\n`),
  ];
}

for (const [name, files] of [
  ['a bank and a ledger', async () => bankAndLedger()],
  ['the sample', sample],
] as const) {
  test(`of ${name} any field may go, on either side: the rules stay sound`, async ({ page }) => {
    const headers = await authorization(page.request);
    const [leftFile, rightFile] = await sent(page, await files());
    const propose = async (rules?: string) => {
      const data = { leftFile, rightFile, leftChoices: {}, rightChoices: {}, answers: {}, rules };
      return answered(page.request.post('/api/v1/proposals', { headers, data }));
    };
    const { rules, fields } = await propose();
    const names = new Set<string>(fields.map(({ field }: { field: string }) => field));
    expect(names.size).toBeGreaterThan(3);
    for (const field of names) {
      for (const side of ['left', 'right', 'both'] as const) {
        const edit: FieldEdit = { field, side, column: null };
        const { faults } = await propose(applyEdits(rules, [edit]));
        expect(faults, `${field} gone on ${side}`).toEqual([]);
      }
    }
  });
}

test('a column taken away can be given back, and a fault keeps the passes in sight', async ({
  page,
}) => {
  await page.goto('/new');
  await drop(page, bankAndLedger());
  const column = page.getByLabel('left column of Party');
  await expect(column).toHaveValue('Empfänger');
  const passes = page.getByRole('listitem').filter({ hasText: 'amount' });
  await expect(passes.first()).toBeVisible();
  await page.getByText('Rules as text').click();
  const text = page.getByRole('textbox', { name: 'Rules as text' });
  const before = await text.inputValue();
  await column.selectOption('');
  await expect(text).not.toHaveValue(before);
  await expect(page.getByRole('button', { name: 'Run' })).toBeEnabled();
  await column.selectOption('Empfänger');
  const bare = (rules: string) => rules.replace(/\s/g, '');
  await expect.poll(async () => bare(await text.inputValue())).toBe(bare(before));

  await text.fill(`${before}\nnothing: 1\n`);
  await expect(page.getByRole('list', { name: 'Faults' })).toBeVisible();
  await expect(page.getByText('Before the fault in the rules')).toBeVisible();
  await expect(passes.first()).toBeVisible();
  await expect(page.getByText('The rules have a fault: see Rules as text above.')).toBeVisible();
});

test('what was begun is there after a reload, files and corrections, and runs', async ({
  page,
}) => {
  await page.goto('/new');
  await drop(page, bankAndLedger());
  const column = page.getByLabel('left column of Party');
  await column.selectOption('');
  await page.getByLabel('Name').fill('Begun');
  await expect(page.getByText('Tried in this order; measured over the whole files')).toBeVisible();

  await page.reload();
  await expect(page.getByRole('region', { name: 'left file' })).toContainText('bank.csv');
  await expect(column).toHaveValue('');
  await expect(page.getByLabel('Name')).toHaveValue('Begun');
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByText('What became of every entry')).toBeVisible();
  await page.goto('/new');
  await expect(page.getByText('Drop two files to compare')).toBeVisible();
});
