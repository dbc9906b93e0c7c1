import { describe, expect, it } from 'vitest';
import { pairsOf, pairsText, readPairs, tableOf, withTable } from '../src/new/lookUp';

const RULES = `version: 1
# what the accounts are called
left:
  fields:
    account: {column: Account, lookup: accounts}
`;

describe('a look-up table', () => {
  it('is read with commas, semicolons or the tabs of a spreadsheet', () => {
    const pairs = [
      ['1200', 'Main account'],
      ['1210', 'Savings'],
    ];
    for (const text of [
      '1200, Main account\n1210,Savings',
      '1200;Main account\r\n1210;Savings\r\n',
      '1200\tMain account\n\n1210\tSavings',
    ])
      expect(readPairs(text)).toEqual({ pairs, fault: null });
  });

  it('may hold commas and quotes where they are quoted', () => {
    const pairs = [['A, B', 'say "now"']] as const;
    expect(readPairs(pairsText(pairs)).pairs).toEqual(pairs);
  });

  it('says which line is none', () => {
    expect(readPairs('1200,Main\n1210').fault).toEqual({ line: 2, columns: 1 });
    expect(readPairs('1200,Main\n1210,a,b').fault).toEqual({ line: 2, columns: 3 });
  });

  it('goes into the rules and comes back, with all that stands beside it', () => {
    const pairs = [['1200', 'Main account']] as const;
    const rules = withTable(RULES, 'accounts', pairs);
    expect(pairsOf(rules, 'accounts')).toEqual(pairs);
    expect(rules).toContain('# what the accounts are called');
    expect(rules).toContain('"1200": Main account');
    expect(pairsOf(RULES, 'accounts')).toEqual([]);
  });

  it('is named by the text of a field', () => {
    expect(tableOf('{column: A, lookup: accounts}')).toBe('accounts');
    expect(tableOf('{column: A, lookup: {table: codes, missing: keep}}')).toBe('codes');
    expect(tableOf('{column: A}')).toBeUndefined();
    expect(tableOf('{column: ')).toBeUndefined();
  });
});
