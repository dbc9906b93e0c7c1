import { Link } from '@tanstack/react-router';
import { Door } from './Door';
import { ProviderButton } from './ProviderButton';
import { SignInForm } from './SignInForm';

/** Stands where the page that was asked for will be. */
export function SignInPage() {
  return (
    <Door title="Sign in" foot={<Link to="/reset">Forgot the password?</Link>}>
      <SignInForm />
      <ProviderButton />
    </Door>
  );
}
