import { expect, test } from 'vitest';
import type { StoredFile } from '../src/api/types';
import { byClaim, differenceOf, formatFigure } from '../src/new/doorProof';
import { addFiles, EMPTY_DRAFT, nameFor, withChoices, withFiles } from '../src/new/draft';
import { fieldRows } from '../src/new/fieldRows';
import { readDraft, writeDraft } from '../src/new/keptDraft';
import { fieldsByRules, ruleColumns } from '../src/new/ruleColumns';
import { applyEdits } from '../src/new/rulesEdit';
import { sampleFiles } from '../src/new/sample';
import { storedAs } from '../src/new/storedFile';
import { offsetOf } from '../src/new/textPlace';

const RULES = `version: 1
left:
  fields:
    reference: {column: invoice}
    amount: {debit: Soll, credit: Haben} # two columns
right:
  fields:
    reference: {column: Kundenreferenz}
    amount: {column: Betrag}
passes:
  - name: reference-amount
    kind: exact
    key: [reference, amount]
  - name: by-reference
    kind: exact
    key: [reference]
compare:
  reference: {}
`;

test('another column for a field is one change in the text', () => {
  const edited = applyEdits(RULES, [{ field: 'reference', side: 'right', column: 'Zweck' }]);
  expect(edited).toContain('column: Zweck');
  expect(edited).toContain('column: invoice');
  expect(edited).toContain('# two columns');
});

test('one column takes the place of debit and credit', () => {
  const edited = applyEdits(RULES, [{ field: 'amount', side: 'left', column: 'Umsatz' }]);
  expect(edited).toContain('column: Umsatz');
  expect(edited).not.toContain('debit');
});

test('a currency that the columns of the amount said goes with them', () => {
  const split = RULES.replace(
    '{debit: Soll, credit: Haben}',
    '{currencies: {EUR: Euro, USD: Dollar}}\n    currency: {from: amount}',
  ).replace('key: [reference, amount]', 'key: [reference, currency, amount]');
  const edited = applyEdits(split, [{ field: 'amount', side: 'left', column: 'Umsatz' }]);
  expect(edited).toContain('column: Umsatz');
  expect(edited).not.toContain('curr');
  const kept = applyEdits(split, [{ field: 'reference', side: 'right', column: 'Zweck' }]);
  expect(kept).toContain('from: amount');
});

test('a dropped field leaves no trace in passes and comparisons', () => {
  const edited = applyEdits(RULES, [{ field: 'reference', side: 'both', column: null }]);
  expect(edited.replace('name: reference-amount', '')).not.toContain('reference');
  expect(edited).toContain('key: [ amount ]');
  expect(edited).not.toContain('by-reference');
});

const SUMS = `version: 1
left:
  fields:
    party: {column: Name}
    time: {column: Zeit, ahead: 1}
    payout: {column: Lauf}
right:
  fields:
    party: {column: Kunde}
    time: {column: at}
passes:
  - name: sums
    kind: sum
    key: []
    evidence: [party]
  - name: likely
    kind: probable
    fields: [party, payout]
    blocks: [[party], [payout]]
  - name: near
    kind: close
    key: [payout]
    seconds: 30
  - name: batch
    kind: batch
    of: left
    by: [payout]
    key: [party]
  - name: refunds
    kind: contra
    side: left
    key: [party]
`;

test('a field that one side lacks leaves what needs both, and stays where one does', () => {
  const edited = applyEdits(SUMS, [{ field: 'party', side: 'right', column: null }]);
  expect(edited).not.toContain('evidence');
  expect(edited).toContain('fields: [ payout ]');
  expect(edited).toContain('blocks: [ [ payout ] ]');
  expect(edited).not.toContain('name: batch');
  expect(edited).toContain('name: refunds');
  const untimed = applyEdits(SUMS, [{ field: 'time', side: 'left', column: null }]);
  expect(untimed).not.toContain('seconds');
  expect(untimed).toContain('days: 1');
});

test('a column that is taken away and given back is as it was', () => {
  const gone = { field: 'time', side: 'left', column: null } as const;
  const back = { field: 'time', side: 'left', column: 'Zeit' } as const;
  const edited = applyEdits(SUMS, [gone, back]);
  expect(edited).toContain('ahead: 1');
  expect(edited).toContain('seconds: 30');
});

test('no change leaves the text as it is, to the byte', () => {
  expect(applyEdits(RULES, [])).toBe(RULES);
});

test('dropped files fill the left side first, a third one replaces the right', () => {
  const [one, two, three] = ['a.csv', 'b.csv', 'c.csv'].map((name) => new File(['x'], name));
  const files = [one, two, three].filter((file) => file !== undefined);
  const pair = addFiles(EMPTY_DRAFT.files, files.slice(0, 2));
  expect([pair.left?.name, pair.right?.name]).toEqual(['a.csv', 'b.csv']);
  expect(addFiles(pair, files.slice(2)).right?.name).toBe('c.csv');
  expect(nameFor(pair)).toBe('a vs b');
});

test('other files forget the answers that were given for the old ones', () => {
  const draft = { ...EMPTY_DRAFT, name: 'Mine', answers: { date: 'dd' }, text: 'x' };
  expect(withFiles(draft, EMPTY_DRAFT.files)).toEqual({ ...EMPTY_DRAFT, name: 'Mine' });
});

test('a place in the rules is found by line and column', () => {
  expect(offsetOf('ab\ncd', 2, 2)).toBe(4);
  expect(offsetOf('ab', 9, 9)).toBe(2);
});

test('the sample is the same bytes every time, about 2,000 lines a side', async () => {
  const [ledger, bank] = await Promise.all(sampleFiles().map((file) => file.text()));
  const [again] = await Promise.all(sampleFiles().map((file) => file.text()));
  expect(again).toBe(ledger);
  expect(ledger?.trim().split('\n').length).toBeGreaterThan(1900);
  expect(bank?.trim().split('\n').length).toBeGreaterThan(1900);
  expect(bank).toMatch(/\d\.\d{3},\d{2}/);
});

test('a field that each side has on its own is one row', () => {
  const base = { field: 'text', type: 'text', agreementPercent: null };
  const rows = fieldRows([
    { ...base, leftColumn: null, rightColumn: 'Zweck', why: 'r' },
    { ...base, field: 'date', leftColumn: 'day', rightColumn: 'Tag', why: 'd' },
    { ...base, leftColumn: 'description', rightColumn: null, why: 'l' },
  ]);
  expect(rows.map(({ leftColumn, rightColumn, why }) => [leftColumn, rightColumn, why])).toEqual([
    ['description', 'Zweck', 'left: l; right: r'],
    ['day', 'Tag', 'd'],
  ]);
});

test('the field map shows what the rule set says now', () => {
  const field = { type: 'text', agreementPercent: '99.00', why: 'the same values' };
  const proposed = [
    { ...field, field: 'reference', leftColumn: 'invoice', rightColumn: 'Kundenreferenz' },
    { ...field, field: 'amount', leftColumn: 'Soll, Haben', rightColumn: 'Betrag' },
    { ...field, field: 'party', leftColumn: 'customer', rightColumn: 'Auftraggeber' },
  ];
  const edited = applyEdits(RULES, [{ field: 'reference', side: 'right', column: 'Zweck' }]);
  const rows = fieldsByRules(proposed, ruleColumns(edited));
  expect(rows.map((row) => [row.leftColumn, row.rightColumn, row.why])).toEqual([
    ['invoice', 'Zweck', 'chosen by hand'],
    ['Soll, Haben', 'Betrag', 'the same values'],
  ]);
});

test('rules that are no YAML leave the proposal as it is', () => {
  expect(ruleColumns('left: [')).toBeUndefined();
  expect(ruleColumns('version: 1')).toBeUndefined();
});

test('a file keeps its choices when the other one is replaced or both are swapped', () => {
  const [book, bank, other] = ['b.xlsx', 'c.xml', 'd.xml'].map((name) => new File(['x'], name));
  if (!book || !bank || !other) throw new Error('three files');
  const asked = { ...EMPTY_DRAFT, files: { left: book, right: bank }, text: 'old' };
  const draft = withChoices(asked, 'left', { sheet: 'April' });
  expect(draft.text).toBeNull();
  expect(withFiles(draft, { left: book, right: other }).choices.left).toEqual({ sheet: 'April' });
  expect(withFiles(draft, { left: bank, right: book }).choices).toEqual({
    left: {},
    right: { sheet: 'April' },
  });
  expect(withFiles(draft, { left: other, right: bank }).choices.left).toEqual({});
});

test('proofs at the door are grouped by what they claim, and added up again', () => {
  const statement = (subject: string, closing: string) => ({
    subject,
    claim: 'opening + entries = closing',
    figures: [
      { name: 'opening', value: 'EUR 1000.00' },
      { name: 'entries', value: 'EUR -0.5' },
      { name: 'closing', value: closing },
    ],
  });
  const count = { subject: 'S-1', claim: 'counted', figures: [{ name: 'entries', value: '1200' }] };
  const proofs = [statement('S-1', 'EUR 999.50'), count, statement('S-2', 'EUR 999.49')];
  expect(byClaim(proofs).map((group) => group.proofs.length)).toEqual([2, 1]);
  expect(proofs.map(differenceOf)).toEqual(['0.00', null, '0.01']);
  expect(formatFigure('EUR 1000.00')).toMatch(/^EUR 1,000.00$/);
  expect(formatFigure('1200')).toBe('1,200');
  expect(formatFigure('a text')).toBe('a text');
});

test('what was begun is found again in the tab by its person alone, without the bytes', () => {
  const tab = new Map<string, string>();
  const storage = {
    getItem: (key: string) => tab.get(key) ?? null,
    setItem: (key: string, value: string) => void tab.set(key, value),
    removeItem: (key: string) => void tab.delete(key),
  };
  const left = { id: 'f1', name: 'bank.csv', bytes: 4711 } as StoredFile;
  const draft = { ...EMPTY_DRAFT, name: 'Begun', text: 'version: 1' };
  writeDraft('ana', { draft, files: { left, right: null } }, storage);
  const found = readDraft('ana', storage);
  expect(found).toMatchObject({ name: 'Begun', text: 'version: 1', files: { right: null } });
  expect([found.files.left?.name, found.files.left?.size]).toEqual(['bank.csv', 4711]);
  expect(found.files.left && storedAs(found.files.left)).toEqual(left);
  expect(readDraft('zoe', storage)).toBe(EMPTY_DRAFT);
  writeDraft('ana', null, storage);
  expect(readDraft('ana', storage)).toBe(EMPTY_DRAFT);
});
