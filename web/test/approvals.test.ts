import { expect, test } from 'vitest';
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
