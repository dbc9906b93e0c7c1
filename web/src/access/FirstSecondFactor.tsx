import type { Me } from '../api/types';
import { Door } from './Door';
import { SignOutLink } from './SignOutLink';
import { TotpSetUp } from './TotpSetUp';
import { readMe } from './totp';

/** A role that needs a second factor shows nothing before there is one. */
export function FirstSecondFactor({ me }: { readonly me: Me }) {
  return (
    <Door
      title="A second factor is needed"
      lead={`In ${me.workspace.name} your role signs in with a password and a code of an app.`}
      foot={<SignOutLink>Sign out</SignOutLink>}
    >
      <TotpSetUp onDone={() => void readMe()} />
    </Door>
  );
}
