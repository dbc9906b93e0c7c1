import { expect, test } from 'vitest';
import type { BreakRow } from '../src/api/types';
import { parseSearch, stringifySearch } from '../src/app/search';
import { advanceCursor, moveCursor } from '../src/breaks/cursor';
import { filterQuery, isFiltered, readBreakSearch } from '../src/breaks/search';
import { putBack, toggleInTray, trayTotals } from '../src/breaks/tray';
import { undoVerb } from '../src/breaks/undoVerb';
import * as rowChanges from '../src/breaks/useRowChanges';

const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id }));

function row(id: string, side: 'left' | 'right', value: string, currency = 'EUR'): BreakRow {
  const entry = { line: id.charCodeAt(0), amount: { currency, value } };
  const sides = { left: null, right: null, [side]: entry };
  return { id, matchId: null, ...sides } as unknown as BreakRow;
}

test('the cursor moves and stops at both ends', () => {
  expect(moveCursor(rows, 'b', 1)).toBe('c');
  expect(moveCursor(rows, 'd', 1)).toBe('d');
  expect(moveCursor(rows, 'a', -9)).toBe('a');
  expect(moveCursor(rows, undefined, 1)).toBe('a');
  expect(moveCursor([], undefined, 1)).toBeUndefined();
});

test('after a row is handled the cursor goes to the next that is not', () => {
  const handled = new Set(['b', 'c']);
  expect(advanceCursor(rows, 'b', (id) => handled.has(id))).toBe('d');
});

test('at the end of the list the cursor goes back up', () => {
  const handled = new Set(['c', 'd']);
  expect(advanceCursor(rows, 'd', (id) => handled.has(id))).toBe('b');
});

test('when everything is handled the cursor stays', () => {
  expect(advanceCursor(rows, 'c', () => true)).toBe('c');
});

test('the tray adds up each side and their difference', () => {
  const tray = [
    row('a', 'left', '2409.00'),
    row('b', 'right', '2000.00'),
    row('c', 'right', '408.90'),
  ];
  const totals = trayTotals(tray);
  expect(totals.left).toEqual([{ currency: 'EUR', value: '2409.00' }]);
  expect(totals.right).toEqual([{ currency: 'EUR', value: '2408.90' }]);
  expect(totals.difference).toEqual([{ currency: 'EUR', value: '0.10' }]);
  expect(totals.refusal).toBeNull();
});

test('a row goes into the tray and out again', () => {
  const one = row('a', 'left', '1.00');
  const tray = toggleInTray([], one);
  expect(tray).toEqual([one]);
  expect(toggleInTray(tray, one)).toEqual([]);
});

test('what was refused is in the tray again, once, before what came since', () => {
  const [one, two, three] = ['a', 'b', 'c'].map((id) => row(id, 'left', '1.00'));
  if (!one || !two || !three) throw new Error('three rows');
  expect(putBack([], [one, two])).toEqual([one, two]);
  expect(putBack([two, three], [one, two])).toEqual([one, two, three]);
});

test('one side alone is refused, two currencies are for the server that knows the rates', () => {
  const mixed = [row('a', 'left', '1.00'), row('b', 'right', '1.00', 'USD')];
  expect(trayTotals(mixed).refusal).toBeNull();
  expect(trayTotals(mixed).difference).toEqual([
    { currency: 'EUR', value: '1.00' },
    { currency: 'USD', value: '-1.00' },
  ]);
  expect(trayTotals([row('a', 'left', '1.00')]).refusal).toMatch(/right/);
  expect(trayTotals([row('a', 'right', '1.00')]).refusal).toMatch(/left/);
});

test('the view state comes back from the URL as it was', () => {
  const search = {
    kind: ['amount-differs', 'duplicate'],
    status: 'all',
    min: '10.50',
    sel: 'some-break',
    cand: 2,
  };
  expect(readBreakSearch(parseSearch(stringifySearch(search)))).toEqual(search);
});

test('what a URL says wrongly is left out', () => {
  const said = { kind: 'no-such-kind', status: 'lost', min: '1e9', cand: '99', side: 'up' };
  expect(readBreakSearch(said)).toEqual({});
});

test('open breaks are the list when the URL says nothing', () => {
  expect(filterQuery({})).toEqual({ status: 'open' });
  expect(filterQuery({ status: 'all' })).toEqual({});
  expect(isFiltered({})).toBe(false);
  expect(isFiltered({ text: 'acme' })).toBe(true);
});

test('a refused row is again what it was, and what came since stays', () => {
  const reopened = { state: 'reopened' } as const;
  const saving = { state: 'saving' } as const;
  const before = new Map([['a', reopened]]);
  const ids = ['a', 'b', 'c'];
  const now = rowChanges.marked(before, ids, saving);
  const since = rowChanges.marked(now, ['c'], { state: 'elsewhere', kind: 'unmatch' });
  expect([...rowChanges.putBack(since, { ids, change: saving, before })]).toEqual([
    ['a', reopened],
    ['c', { state: 'elsewhere', kind: 'unmatch' }],
  ]);
});

test('one takes back what one said oneself; what was decided, whoever may decide undoes', () => {
  const by = { id: 'ana', name: 'Ana Novak' };
  const said = { kind: 'comment', by, undone: null } as const;
  const decided = { kind: 'unmatch', by, undone: null } as const;
  const all = { decide: true, comment: true };
  expect(undoVerb(said, 'ana', all)).toBe('Take back');
  expect(undoVerb(said, 'ana', { decide: false, comment: true })).toBe('Take back');
  expect(undoVerb(said, 'zoe', all)).toBeNull();
  expect(undoVerb(said, 'ana', { decide: true, comment: false })).toBeNull();
  expect(undoVerb(decided, 'zoe', all)).toBe('Undo');
  expect(undoVerb(decided, 'ana', { decide: false, comment: true })).toBeNull();
  const undone = { by, at: '2026-10-31T12:00:00Z' };
  expect(undoVerb({ ...said, undone }, 'ana', all)).toBeNull();
});
