import { useSyncExternalStore } from 'react';
import { type SessionState, session } from './session';
import type { Me, Permission } from './types';

export function useSession(): SessionState {
  return useSyncExternalStore(session.onChange, session.state);
}

/** Who is signed in; only for pages behind the door. */
export function useMe(): Me {
  const state = useSession();
  if ('me' in state) return state.me;
  throw new Error('A page behind the door is drawn before it');
}

/** A new reconciliation is files, rules and a first run in one. */
const TO_START: readonly Permission[] = [
  'upload:files',
  'write:reconciliations',
  'run:reconciliations',
];

export function useMayStart(): boolean {
  const state = useSession();
  return 'me' in state && TO_START.every((each) => state.me.permissions.includes(each));
}

/** Whether a role of this person may do that. What is not allowed is not offered. */
export function useMay(permission: Permission): boolean {
  const state = useSession();
  return 'me' in state && state.me.permissions.includes(permission);
}
