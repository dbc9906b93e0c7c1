import { Secret } from '../ui/Secret';

interface LinkOnceProps {
  /** Null when it went out by mail. */
  readonly link: string | null;
  readonly email: string;
}

/** What became of a one-time link: it is on its way, or it is here, once. */
export function LinkOnce({ link, email }: LinkOnceProps) {
  if (link === null) return <p role="status">The link is on its way to {email}.</p>;
  return (
    <>
      <p>
        This installation sends no mail: hand the link over yourself. It works once, and{' '}
        <strong>it is not shown again.</strong>
      </p>
      <Secret label="Link" text={new URL(link, window.location.origin).href} />
    </>
  );
}
