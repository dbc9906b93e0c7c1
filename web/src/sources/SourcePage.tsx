import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { deliverFile } from '../api/deliver';
import { asProblem } from '../api/problem';
import type { Delivery } from '../api/types';
import { useMay } from '../api/useSession';
import { FileButton } from '../ui/FileButton';
import { Page } from '../ui/Page';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { DeliveryTable } from './DeliveryTable';
import { FetchedTable } from './FetchedTable';
import { PlacePanel } from './PlacePanel';
import { StandingPanel } from './StandingPanel';
import { useSource } from './useSource';

/** One source: how it stands, when it delivers, and everything that it delivered. */
export function SourcePage() {
  const { source } = useParams({ from: '/sources/$source' });
  const { standing, deliveries, readAgain } = useSource(source);
  const mayDeliver = useMay('upload:files');
  const deliver = useMutation({
    mutationFn: (file: File) => deliverFile<Delivery>(`/api/v1/sources/${source}/deliveries`, file),
    onSettled: readAgain,
  });
  const error = standing.error ?? deliveries.error;
  return (
    <Page
      title={standing.data?.source.name ?? 'Source'}
      lead={<Link to="/sources">All sources</Link>}
      actions={
        mayDeliver && (
          <FileButton
            label={deliver.isPending ? 'Delivering…' : 'Deliver a file'}
            disabled={deliver.isPending}
            onFile={(file) => deliver.mutate(file)}
          />
        )
      }
    >
      {deliver.error && <ProblemNotice problem={asProblem(deliver.error)} />}
      <p role="status" className={deliver.data ? undefined : 'only-read-aloud'}>
        {deliver.data && wordsOf(deliver.data)}
      </p>
      {error && <ProblemNotice problem={asProblem(error)} onRetry={() => void readAgain()} />}
      {(standing.isPending || deliveries.isPending) && <Skeleton label="the source" />}
      {standing.data && <StandingPanel standing={standing.data} onChanged={readAgain} />}
      {standing.data && <PlacePanel source={source} onChanged={readAgain} />}
      {deliveries.data && <DeliveryTable source={source} list={deliveries} onChanged={readAgain} />}
      <FetchedTable source={source} />
    </Page>
  );
}

function wordsOf({ number, state, isKnown, newLines, knownLines }: Delivery): string {
  if (isKnown) return `These bytes were delivered already: they are delivery ${number}.`;
  if (state !== 'taken') return `Delivery ${number} is ${state}.`;
  if (newLines === null) return `Delivery ${number} is taken.`;
  return `Delivery ${number} is taken: ${newLines} entries are new, ${knownLines} were known.`;
}
