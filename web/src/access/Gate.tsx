import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useSession } from '../api/useSession';
import { FirstSecondFactor } from './FirstSecondFactor';
import { Restore } from './Restore';
import { SignedOut } from './SignedOut';
import { SignInAgain } from './SignInAgain';
import { useLook } from './useLook';

/** Nobody sees a page before the server knows who it is. */
export function Gate({ children }: { readonly children: ReactNode }) {
  const state = useSession();
  const queryClient = useQueryClient();
  const place = 'me' in state ? `${state.me.person.id} ${state.me.workspace.id}` : '';
  const look = useLook('me' in state ? state.me : null);
  // What one person has read, and of one workspace, is not shown to the next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is the reason
  useEffect(() => () => queryClient.clear(), [queryClient, place]);

  switch (state.kind) {
    case 'unknown':
      return <Restore />;
    case 'signed-out':
      return <SignedOut untold={state.untold} />;
    case 'signed-in':
    case 'expired':
      if (state.me.secondFactor === 'due') return <FirstSecondFactor me={state.me} />;
      return (
        <div key={`${place} ${look}`} style={{ display: 'contents' }}>
          {children}
          {state.kind === 'expired' && <SignInAgain me={state.me} />}
        </div>
      );
  }
}
