import { expect, test } from 'vitest';
import { findField, placeWithin, templates, withField } from '../src/new/fieldText';

const RULES = `version: 1
left:
  fields:
    reference: {column: invoice}
    amount:
      column: Betrag
      decimal: ","
right:
  fields:
    reference: {column: Memo, extract: 'INV-(\\d+)'}
`;

function place(side: 'left' | 'right', field: string) {
  const found = findField(RULES, side, field);
  if (!found) throw new Error(`no ${field}`);
  return found;
}

test('a field is found as it stands, and on one line', () => {
  expect(place('right', 'reference').text).toBe("{column: Memo, extract: 'INV-(\\d+)'}");
  expect(place('left', 'amount').text).toBe('{ column: Betrag, decimal: "," }');
  expect(findField(RULES, 'right', 'amount')).toBeUndefined();
  expect(findField('left: [', 'left', 'amount')).toBeUndefined();
});

test('only the text of the field changes', () => {
  const edited = withField(RULES, place('left', 'reference'), '{column: invoice,\n as: number}');
  expect(edited).toBe(RULES.replace('{column: invoice}', '{column: invoice,  as: number}'));
  const block = withField(RULES, place('left', 'amount'), '{column: Soll}');
  expect(findField(block, 'left', 'amount')?.text).toBe('{column: Soll}');
  expect(findField(block, 'right', 'reference')).toBeDefined();
});

test('a fault of the rule set is found in the text of the field', () => {
  const fault = { pointer: '', line: 10, column: 40, message: '' };
  const at = placeWithin(RULES, place('right', 'reference'), '{column: Memo, extract: 1}', fault);
  expect(at).toBe(24);
  const before = { ...fault, line: 1, column: 1 };
  expect(placeWithin(RULES, place('right', 'reference'), '{}', before)).toBeUndefined();
});

test('templates name the column, and one of short texts for the sign', () => {
  const columns = ['Betrag', 'S/H'].map((name) => {
    const samples = name === 'S/H' ? ['S', 'H'] : ['1,00'];
    return { name, type: 'text', confidence: 1, samples, note: null };
  });
  const [sign] = templates('amount', 'Betrag', columns);
  expect(sign?.text).toBe('{column: "Betrag", sign: {column: "S/H", minus: [D]}}');
  const [, expression] = templates('text', "it's", []);
  expect(expression?.text).toBe("{expression: 'row[\"it''s\"].trim()'}");
});

test('columns that differ by their currency are offered together', () => {
  const columns = ['Amount EUR', 'amount_usd', 'Rate'].map((name) => {
    return { name, type: 'amount', confidence: 1, samples: ['1.00'], note: null };
  });
  const labelled = (type: string) =>
    new Map(templates(type, 'Amount EUR', columns).map(({ label, text }) => [label, text]));
  expect(labelled('amount').get('Columns by currency')).toBe(
    '{currencies: {EUR: "Amount EUR", USD: "amount_usd"}}',
  );
  expect(labelled('currency').get("The amount's column")).toBe('{from: amount}');
  const [one] = columns;
  expect(templates('amount', 'Amount EUR', one ? [one] : [])).toHaveLength(2);
});
