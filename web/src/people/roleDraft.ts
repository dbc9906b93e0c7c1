import type { Role, RoleName } from '../api/types';

/** What is ticked on the page and not saved yet, by role. */
export type Draft = Readonly<Partial<Record<RoleName, readonly string[]>>>;

/** An admin without these could let nobody in, not even to mend it. */
const ADMIN_KEEPS = ['write:people', 'write:roles'];

export function isKept(role: RoleName, permission: string): boolean {
  return role === 'admin' && ADMIN_KEEPS.includes(permission);
}

export function permissionsOf(role: Role, draft: Draft): readonly string[] {
  return draft[role.name] ?? role.permissions;
}

export function withPermission(role: Role, draft: Draft, permission: string): Draft {
  const now = permissionsOf(role, draft);
  const next = now.includes(permission)
    ? now.filter((each) => each !== permission)
    : [...now, permission];
  return { ...draft, [role.name]: next };
}

/** The roles whose permissions are others than those that were read. */
export function changedRoles(roles: readonly Role[], draft: Draft) {
  return roles.flatMap((role) => {
    const permissions = [...permissionsOf(role, draft)].sort();
    const same = permissions.join() === [...role.permissions].sort().join();
    return same ? [] : [{ name: role.name, permissions }];
  });
}
