import { Button } from '@mantine/core';
import { answerOf, client } from '../api/client';
import { asProblem } from '../api/problem';
import { usePages } from '../api/usePages';
import { useMe } from '../api/useSession';
import { EmptyState } from '../ui/EmptyState';
import { More } from '../ui/More';
import { Panel } from '../ui/Panel';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { Table } from '../ui/Table';
import { EventRow } from './EventRow';
import { type AuditSearch, auditQuery } from './search';

interface EventListProps {
  readonly search: AuditSearch;
  readonly onSearch: (change: AuditSearch) => void;
}

/** The events, newest first; an object or an action narrows the list to itself. */
export function EventList({ search, onSearch }: EventListProps) {
  const { timeZone } = useMe().profile;
  const asked = auditQuery(search, timeZone);
  const events = usePages(
    ['audit-events'],
    (paging) =>
      answerOf(client.GET('/api/v1/audit-events', { params: { query: { ...asked, ...paging } } })),
    asked,
  );
  return (
    <Panel title="Events" flush>
      {events.isPending && <Skeleton label="the history" />}
      {events.error && (
        <ProblemNotice problem={asProblem(events.error)} onRetry={() => void events.refetch()} />
      )}
      {events.data && events.rows.length === 0 && (
        <EmptyState
          icon="search"
          title="Nothing with all of these"
          text={Object.keys(asked).length > 0 ? 'The filters leave no event.' : undefined}
        >
          <Button
            size="xs"
            variant="default"
            onClick={() =>
              onSearch(Object.fromEntries(Object.keys(search).map((name) => [name, undefined])))
            }
          >
            Clear the filters
          </Button>
        </EmptyState>
      )}
      {events.rows.length > 0 && (
        <Table
          caption="Events, the newest first"
          head={['Number', 'When', 'Who', 'What', 'On', 'Chain']}
        >
          {events.rows.map((event) => (
            <EventRow key={event.number} event={event} onSearch={onSearch} />
          ))}
        </Table>
      )}
      <More of={events} />
    </Panel>
  );
}
