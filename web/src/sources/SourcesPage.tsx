import { Button } from '@mantine/core';
import { useState } from 'react';
import { answerOf, client } from '../api/client';
import { asProblem } from '../api/problem';
import { useAll } from '../api/useAll';
import { useMay } from '../api/useSession';
import { EmptyState } from '../ui/EmptyState';
import { Icon } from '../ui/Icon';
import { Keys } from '../ui/Keys';
import { Page } from '../ui/Page';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { useKeymap } from '../ui/useKeymap';
import { NewSourceDialog } from './NewSourceDialog';
import { SourceTable } from './SourceTable';

const STANDINGS = '/api/v1/source-standings';

/** Where entries come from, and which of it is late, unusual, drifted or held. */
export function SourcesPage() {
  const [isAdding, setAdding] = useState(false);
  const mayAdd = useMay('write:sources');
  useKeymap({ n: () => setAdding(true) }, mayAdd);
  const { data, error, isPending, refetch } = useAll([STANDINGS], (query) =>
    answerOf(client.GET(STANDINGS, { params: { query } })),
  );
  const add = (
    <Button
      size="xs"
      leftSection={<Icon name="plus" size={14} />}
      rightSection={<Keys of="n" />}
      onClick={() => setAdding(true)}
    >
      New source
    </Button>
  );
  return (
    <Page
      title="Sources"
      lead="What is delivered, and whether it came in time, in its usual size and shape"
      actions={mayAdd && add}
    >
      {isPending && <Skeleton label="sources" />}
      {error && <ProblemNotice problem={asProblem(error)} onRetry={() => void refetch()} />}
      {data?.length === 0 && (
        <EmptyState
          icon="download"
          title="No source yet"
          text="Deliveries of a bank, a processor or a ledger, each entry once."
        >
          {mayAdd && add}
        </EmptyState>
      )}
      {data && data.length > 0 && <SourceTable standings={data} />}
      {isAdding && <NewSourceDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}
