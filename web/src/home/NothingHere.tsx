import { EmptyState } from '../ui/EmptyState';
import { Page } from '../ui/Page';

/** Home for somebody whose roles do not begin anything. */
export function NothingHere() {
  return (
    <Page title="Reconciliations">
      <EmptyState
        icon="rows"
        title="Nothing to see yet"
        text="No reconciliation is open to you. A manager adds one, or makes you a member of it."
      />
    </Page>
  );
}
