import { expect, test } from 'vitest';
import type { Approval } from '../src/api/types';
import { approveAll } from '../src/approvals/approveAll';
import { placeOf } from '../src/approvals/placeOf';

const about = { runId: 'run', matchId: null, breaks: ['first', 'second'] } as const;

test('one looks at the break of a proposal, or else at its match', () => {
  expect(placeOf({ ...about, kind: 'unmatch', breaks: ['first'] })).toEqual({
    to: '/r/$rec/breaks',
    search: { run: 'run', sel: 'first' },
  });
  expect(placeOf({ ...about, kind: 'accept', breaks: [], matchId: 'match' })).toEqual({
    to: '/r/$rec/matches',
    search: { run: 'run', sel: 'match' },
  });
});

test('what would be undone is not among the open breaks', () => {
  expect(placeOf({ ...about, kind: 'undo', breaks: ['first'] }).search).toEqual({
    run: 'run',
    sel: 'first',
    status: 'all',
  });
});

const many = Array.from({ length: 450 }, (_, at) => ({ id: `${at}` }) as Approval);

test('more than the server takes at once are approved by more than one call', async () => {
  const sizes: number[] = [];
  const done = await approveAll(many, async (ids) => {
    sizes.push(ids.length);
    const [first = '', ...rest] = ids;
    return { approved: rest, refused: [{ approvalId: first, detail: `why ${first}` }] };
  });
  expect(sizes).toEqual([200, 200, 50]);
  expect(done.approved).toBe(447);
  expect(done.refused).toEqual([
    { approval: many[0], detail: 'why 0' },
    { approval: many[200], detail: 'why 200' },
    { approval: many[400], detail: 'why 400' },
  ]);
});

test('a call that fails does not hide what was approved before it', async () => {
  let calls = 0;
  const done = await approveAll(many, async (ids) => {
    if (++calls === 2) throw new Error('The server does not answer');
    return { approved: ids, refused: [] };
  });
  expect(calls).toBe(2);
  expect(done.approved).toBe(200);
  expect(done.refused.map(({ approval }) => approval)).toEqual(many.slice(200));
  const first = approveAll(many, () => Promise.reject(new Error('refused')));
  await expect(first).rejects.toThrow('refused');
});
