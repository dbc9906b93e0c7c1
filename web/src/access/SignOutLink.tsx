import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { session } from '../api/session';
import css from './SignOutLink.module.css';

/** Ends the session of this browser. */
export function SignOutLink({ children }: { readonly children: ReactNode }) {
  const leave = useMutation({ mutationFn: () => session.signOut() });
  return (
    <button type="button" className={css.link} onClick={() => leave.mutate()}>
      {children}
    </button>
  );
}
