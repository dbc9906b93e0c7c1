import type { Me } from '../api/types';
import { Dialog } from '../ui/Dialog';
import { SignInForm } from './SignInForm';
import { SignOutLink } from './SignOutLink';

/** Over a page whose session has ended; behind it everything stays as it was written. */
export function SignInAgain({ me }: { readonly me: Me }) {
  return (
    <Dialog title="Your session has ended">
      <p>
        Sign in again and go on where you were. Nothing on the page is lost, and what you just asked
        for is done then.
      </p>
      <SignInForm email={me.email} />
      <p className="muted">
        Not you? <SignOutLink>Leave this page and sign out</SignOutLink>
      </p>
    </Dialog>
  );
}
