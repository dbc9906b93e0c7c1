import { Link } from '@tanstack/react-router';
import { EmptyState } from '../ui/EmptyState';

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <EmptyState icon="search" title="Nothing lives here" text="The address leads to no page.">
      <Link to="/">Home</Link>
    </EmptyState>
  );
}
