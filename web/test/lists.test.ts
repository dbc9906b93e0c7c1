import { expect, test } from 'vitest';
import { readAll } from '../src/api/useAll';
import { filterChoices, type PaletteChoice } from '../src/app/paletteChoices';

test('a list is read to its end, in its order', async () => {
  const pages = new Map([
    [undefined, { items: ['a', 'b'], next: 'second' }],
    ['second', { items: ['c'], next: 'third' }],
    ['third', { items: [], next: null }],
  ]);
  const asked: (string | undefined)[] = [];
  const rows = await readAll(async ({ cursor }) => {
    asked.push(cursor);
    return pages.get(cursor) ?? { items: [], next: null };
  });
  expect(rows).toEqual(['a', 'b', 'c']);
  expect(asked).toEqual([undefined, 'second', 'third']);
});

test('what is found beyond what is shown is counted', () => {
  const all = Array.from({ length: 30 }, (_, at): PaletteChoice => {
    return { id: `${at}`, label: `Bank ${at}`, icon: 'rows', run: () => undefined };
  });
  const { choices, more } = filterChoices(all, 'bank');
  expect(choices.length + more).toBe(30);
  expect(more).toBeGreaterThan(0);
  expect(filterChoices(all, 'bank 29')).toMatchObject({ choices: [{ id: '29' }], more: 0 });
});
