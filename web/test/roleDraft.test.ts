import { expect, test } from 'vitest';
import type { Role } from '../src/api/types';
import { changedRoles, withPermission } from '../src/people/roleDraft';

const MORNING: Role = { name: 'viewer', permissions: ['read:work', 'upload:files'], version: 3 };
const EVENING: Role = { name: 'viewer', permissions: ['read:work'], version: 4 };

test('a draft is of the version that it began with, whatever is read meanwhile', () => {
  const ticked = withPermission(MORNING, {}, 'read:people');
  const again = withPermission(EVENING, ticked, 'read:audit');

  expect(changedRoles([EVENING], ticked)).toMatchObject([{ version: 3 }]);
  expect(changedRoles([EVENING], again)).toEqual([
    {
      name: 'viewer',
      permissions: ['read:audit', 'read:people', 'read:work', 'upload:files'],
      version: 3,
    },
  ]);
});

test('once it is saved, the next tick begins with what was saved', () => {
  const ticked = withPermission(MORNING, {}, 'upload:files');
  expect(changedRoles([EVENING], ticked)).toEqual([]);

  const next = withPermission(EVENING, ticked, 'read:people');

  expect(changedRoles([EVENING], next)).toEqual([
    { name: 'viewer', permissions: ['read:people', 'read:work'], version: 4 },
  ]);
});
