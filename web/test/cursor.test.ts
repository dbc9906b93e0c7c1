import { expect, test } from 'vitest';
import { findCursor } from '../src/ui/useCursor';

const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id }));

function left(...ids: string[]) {
  return ids.map((id) => ({ id }));
}

test('where a row is gone, the cursor is on the one that came to its place', () => {
  expect(findCursor(left('a', 'c', 'd'), 'b', { rows, id: 'b' })).toEqual({ id: 'c' });
  expect(findCursor(left('a', 'd'), 'b', { rows, id: 'b' })).toEqual({ id: 'd' });
});

test('where all below it are gone, too, it is on the nearest above', () => {
  expect(findCursor(left('a', 'b'), 'd', { rows, id: 'd' })).toEqual({ id: 'b' });
  expect(findCursor(left('e', 'a'), 'c', { rows, id: 'c' })).toEqual({ id: 'a' });
});

test('where nothing is left of the list, and where it is new, it is on the first', () => {
  expect(findCursor(left('e', 'f'), 'c', { rows, id: 'c' })).toEqual({ id: 'e' });
  expect(findCursor(rows, 'gone', { rows, id: undefined })).toEqual({ id: 'a' });
  expect(findCursor([], 'a', { rows, id: 'a' })).toBeUndefined();
});

test('it stays where it went when its row was gone, also when more go', () => {
  const seen = { rows: left('a', 'c', 'd'), id: 'c' };
  expect(findCursor(left('a', 'c', 'd'), 'b', seen)).toEqual({ id: 'c' });
  expect(findCursor(left('a', 'd'), 'b', seen)).toEqual({ id: 'd' });
  expect(findCursor(rows, 'b', seen)).toEqual({ id: 'b' });
});
