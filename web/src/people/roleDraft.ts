import type { Role, RoleName } from '../api/types';

/** What is ticked of a role and not saved yet, and the version of the role that it began with. */
interface Drafted {
  readonly permissions: readonly string[];
  readonly version: number;
}

/** What is ticked on the page and not saved yet, by role. */
export type Draft = Readonly<Partial<Record<RoleName, Drafted>>>;

/** An admin without these could let nobody in, not even to mend it. */
const ADMIN_KEEPS = ['write:people', 'write:roles'];

export function isKept(role: RoleName, permission: string): boolean {
  return role === 'admin' && ADMIN_KEEPS.includes(permission);
}

export function permissionsOf(role: Role, draft: Draft): readonly string[] {
  return draft[role.name]?.permissions ?? role.permissions;
}

/** The draft keeps the version that it began with, whatever is read meanwhile. */
export function withPermission(role: Role, draft: Draft, permission: string): Draft {
  const now = permissionsOf(role, draft);
  const permissions = now.includes(permission)
    ? now.filter((each) => each !== permission)
    : [...now, permission];
  const begun = isChanged(role, draft) ? draft[role.name] : undefined;
  return { ...draft, [role.name]: { permissions, version: (begun ?? role).version } };
}

/** The roles whose permissions are others than those that were read. */
export function changedRoles(roles: readonly Role[], draft: Draft) {
  return roles
    .filter((role) => isChanged(role, draft))
    .map((role) => ({
      name: role.name,
      permissions: [...permissionsOf(role, draft)].sort(),
      version: draft[role.name]?.version ?? role.version,
    }));
}

function isChanged(role: Role, draft: Draft): boolean {
  return [...permissionsOf(role, draft)].sort().join() !== [...role.permissions].sort().join();
}
