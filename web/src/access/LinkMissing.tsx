import { Link } from '@tanstack/react-router';
import { Door } from './Door';

/** An address that only works with what stood behind its `#`. */
export function LinkMissing({ what }: { readonly what: string }) {
  return (
    <Door title="The link is not whole" foot={<Link to="/">Sign in</Link>}>
      <p>
        Open {what} as it was given to you: the part after <code>#</code> belongs to it. After a
        reload it has to be opened again.
      </p>
    </Door>
  );
}
