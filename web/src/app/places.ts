import type { Permission } from '../api/types';
import type { IconName } from '../ui/Icon';

export type Address =
  | '/'
  | '/approvals'
  | '/sources'
  | '/people'
  | '/audit'
  | '/system'
  | '/profile';

/** A page of the bar, the account menu and the palette; shown to who may see it. */
export interface Place {
  readonly to: Address;
  readonly label: string;
  readonly icon: IconName;
  readonly keys: string;
  readonly needs: Permission | null;
  readonly inBar: boolean;
}

export const PLACES: readonly Place[] = [
  { to: '/', label: 'Reconciliations', icon: 'half', keys: 'g h', needs: null, inBar: true },
  {
    to: '/approvals',
    label: 'Approvals',
    icon: 'clock',
    keys: 'g w',
    needs: 'decide:breaks',
    inBar: true,
  },
  { to: '/sources', label: 'Sources', icon: 'download', keys: 'g d', needs: null, inBar: true },
  {
    to: '/people',
    label: 'People',
    icon: 'people',
    keys: 'g p',
    needs: 'read:people',
    inBar: true,
  },
  { to: '/audit', label: 'Audit', icon: 'book', keys: 'g a', needs: 'read:audit', inBar: true },
  {
    to: '/system',
    label: 'System',
    icon: 'server',
    keys: 'g y',
    needs: 'read:system',
    inBar: true,
  },
  { to: '/profile', label: 'Profile', icon: 'person', keys: 'g u', needs: null, inBar: false },
];

export function placesOf(permissions: readonly string[]): Place[] {
  return PLACES.filter(({ needs }) => needs === null || permissions.includes(needs));
}
