import { Button } from '@mantine/core';
import { useState } from 'react';
import { answerOf, client } from '../api/client';
import { asProblem } from '../api/problem';
import { usePages } from '../api/usePages';
import { useMay } from '../api/useSession';
import { EmptyState } from '../ui/EmptyState';
import { Icon } from '../ui/Icon';
import { Keys } from '../ui/Keys';
import { More } from '../ui/More';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { Table } from '../ui/Table';
import { useKeymap } from '../ui/useKeymap';
import { ApiKeyRow } from './ApiKeyRow';
import { NewApiKey } from './NewApiKey';
import { PeopleTabs } from './PeopleTabs';

/** Keys for programs: each acts as its maker, with at most what the maker may. */
export function ApiKeysPage() {
  const may = useMay('write:keys');
  return (
    <Page
      title="API keys"
      lead="For programs. A key acts as the person who made it, within the scopes it was given."
    >
      <PeopleTabs />
      {may ? (
        <KeyList />
      ) : (
        <EmptyState icon="key" title="Not for your role" text="Ask an admin for a key." />
      )}
    </Page>
  );
}

function KeyList() {
  const [making, setMaking] = useState(false);
  const keys = usePages(['api-keys'], (query) =>
    answerOf(client.GET('/api/v1/api-keys', { params: { query } })),
  );
  useKeymap({ i: () => setMaking(true) });
  return (
    <Panel
      title="Keys"
      flush
      aside={
        <Button
          size="xs"
          leftSection={<Icon name="plus" size={14} />}
          rightSection={<Keys of="i" />}
          onClick={() => setMaking(true)}
        >
          New key
        </Button>
      }
    >
      {keys.isPending && <Skeleton label="the keys" lines={3} />}
      {keys.error && (
        <ProblemNotice problem={asProblem(keys.error)} onRetry={() => void keys.refetch()} />
      )}
      {keys.data && keys.rows.length === 0 && (
        <EmptyState icon="key" title="No key yet" text="A program needs one to use the API." />
      )}
      {keys.rows.length > 0 && (
        <Table
          caption="Keys, the newest first"
          head={['Name', 'Scopes', 'Made by', 'Used', 'Ends', '']}
        >
          {keys.rows.map((key) => (
            <ApiKeyRow key={key.id} apiKey={key} />
          ))}
        </Table>
      )}
      <More of={keys} />
      {making && <NewApiKey onClose={() => setMaking(false)} />}
    </Panel>
  );
}
