import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Door } from './Door';
import { ProviderButton } from './ProviderButton';
import { SignInForm } from './SignInForm';

/** Stands where the page that was asked for will be. */
export function SignInPage({ children }: { readonly children?: ReactNode }) {
  return (
    <Door title="Sign in" foot={<Link to="/reset">Forgot the password?</Link>}>
      {children}
      <SignInForm />
      <ProviderButton />
    </Door>
  );
}
