import { expect, test } from 'vitest';
import {
  type DraftStorage,
  draftKey,
  readDrafts,
  withDraft,
  writeDrafts,
} from '../src/rules/keptDrafts';

function tab(): DraftStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  };
}

const KEY = draftKey('ana', 'bank');

test('a draft is found again by its person and its reconciliation alone', () => {
  const storage = tab();
  writeDrafts(KEY, [{ on: 'v1', text: 'mine' }], storage);
  expect(readDrafts(KEY, storage)).toEqual([{ on: 'v1', text: 'mine' }]);
  expect(readDrafts(draftKey('zoe', 'bank'), storage)).toEqual([]);
  expect(readDrafts(draftKey('ana', 'cards'), storage)).toEqual([]);
});

test('what is written on the same again takes its place, and comes first', () => {
  const first = [
    { on: 'v1', text: 'one' },
    { on: 'v2', text: 'two' },
  ];
  expect(withDraft(first, { on: 'v2', text: 'three' })).toEqual([
    { on: 'v2', text: 'three' },
    { on: 'v1', text: 'one' },
  ]);
});

test('only the last five are kept, and none leaves nothing', () => {
  const storage = tab();
  const many = Array.from({ length: 9 }, (_, at) => ({ on: `v${at}`, text: `${at}` }));
  writeDrafts(KEY, many, storage);
  expect(readDrafts(KEY, storage).map(({ on }) => on)).toEqual(['v0', 'v1', 'v2', 'v3', 'v4']);
  writeDrafts(KEY, [], storage);
  expect(storage.getItem(KEY)).toBeNull();
});
