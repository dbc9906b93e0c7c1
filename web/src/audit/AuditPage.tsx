import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMay } from '../api/useSession';
import { EmptyState } from '../ui/EmptyState';
import { Page } from '../ui/Page';
import { AuditFilters } from './AuditFilters';
import { ChainPanel } from './ChainPanel';
import { EventList } from './EventList';
import type { AuditSearch } from './search';

/** The history: who did what, when, and the proof that nothing of it was changed. */
export function AuditPage() {
  const may = useMay('read:audit');
  const search = useSearch({ from: '/audit' });
  const navigate = useNavigate({ from: '/audit' });
  const onSearch = (change: AuditSearch) =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  return (
    <Page
      title="Audit"
      lead="Everything that was done here, newest first; nothing of it is changed or removed."
    >
      {may ? (
        <>
          <ChainPanel />
          <AuditFilters search={search} onSearch={onSearch} />
          <EventList search={search} onSearch={onSearch} />
        </>
      ) : (
        <EmptyState
          icon="book"
          title="Not for your role"
          text="Admins and auditors read the history of the workspace."
        />
      )}
    </Page>
  );
}
