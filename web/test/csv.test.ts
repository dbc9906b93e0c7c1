import { expect, test } from 'vitest';
import { toCsv } from '../src/ui/csv';

test('a cell with a comma, a quote or a line break is quoted', () => {
  expect(toCsv([['a,b', 'say "x"', 'two\nlines', null, 7]])).toBe(
    '"a,b","say ""x""","two\nlines",,7\r\n',
  );
});

test('what a spreadsheet would run is written as a text, a negative number is not', () => {
  expect(toCsv([['=1+1', '@x', '-12.50', '-x']])).toBe("'=1+1,'@x,-12.50,'-x\r\n");
  expect(toCsv([['=5', '+5', '@5', '-5-5', '-', '\t=1', '\0=1', '12', -12.5]])).toBe(
    "'=5,'+5,'@5,'-5-5,'-,'\t=1,'\0=1,12,-12.5\r\n",
  );
});

test('nor what a spreadsheet would run that splits lines at semicolons', () => {
  expect(toCsv([['a;=1+1', 'a\n@x', 'a;b', '＝1']])).toBe("a;'=1+1,\"a\n'@x\",a;b,'＝1\r\n");
});
