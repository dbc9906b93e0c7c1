import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, client, doneOf } from '../api/client';
import { asProblem } from '../api/problem';
import type { SourcePlace } from '../api/types';
import { useMay } from '../api/useSession';
import { Badge } from '../ui/Badge';
import { formatCount, formatInstant } from '../ui/format';
import { HeldNotice } from '../ui/HeldNotice';
import { Panel } from '../ui/Panel';
import { ProblemNotice } from '../ui/ProblemNotice';
import { PlaceDialog } from './PlaceDialog';
import css from './PlacePanel.module.css';
import { placeWords } from './placeDraft';

interface PlacePanelProps {
  readonly source: string;
  readonly onChanged: () => Promise<void>;
}

const LOOK_MILLIS = 2000;

/** Where a source fetches from by itself, and how its last look ended. */
export function PlacePanel({ source, onChanged }: PlacePanelProps) {
  const [isEditing, setEditing] = useState(false);
  const maySet = useMay('write:sources');
  const params = { path: { sourceId: source } };
  const { data, error } = api.useQuery(
    'get',
    '/api/v1/sources/{sourceId}/place',
    { params },
    { refetchInterval: ({ state }) => (isDue(state.data?.place) ? LOOK_MILLIS : false) },
  );
  const remove = useMutation({
    mutationFn: () => doneOf(client.DELETE('/api/v1/sources/{sourceId}/place', { params })),
    onSuccess: onChanged,
  });
  useLookEnds(data && (data.place?.lookedAt ?? ''), onChanged);
  const place = data?.place ?? null;
  return (
    <Panel title="Fetching" aside={place && <StateBadge place={place} />}>
      {error && <ProblemNotice problem={asProblem(error)} />}
      {remove.error && <ProblemNotice problem={asProblem(remove.error)} />}
      {place ? (
        <PlaceFacts source={source} place={place} onChanged={onChanged} />
      ) : (
        <p className="muted">It waits for deliveries; nothing is fetched from anywhere.</p>
      )}
      {maySet && (
        <div className={css.actions}>
          <Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>
            {place ? 'Change the place' : 'Let it fetch'}
          </Button>
          {place && (
            <Button
              size="compact-sm"
              variant="default"
              loading={remove.isPending}
              onClick={() => remove.mutate()}
            >
              Fetch no more
            </Button>
          )}
        </div>
      )}
      {isEditing && (
        <PlaceDialog
          source={source}
          set={place}
          onClose={() => setEditing(false)}
          onChanged={onChanged}
        />
      )}
    </Panel>
  );
}

/** Tells when another look has ended: what it delivered stands elsewhere on the page. */
function useLookEnds(lookedAt: string | undefined, onEnd: () => Promise<void>) {
  const known = useRef(lookedAt);
  useEffect(() => {
    if (lookedAt === known.current) return;
    if (known.current !== undefined) void onEnd();
    known.current = lookedAt;
  }, [lookedAt, onEnd]);
}

/** Is a look going on, or about to begin? */
function isDue(place: SourcePlace | null | undefined): boolean {
  return !!place?.isOn && (place.isLooking || Date.parse(place.nextAt) <= Date.now());
}

function StateBadge({ place }: { readonly place: SourcePlace }) {
  if (!place.isOn) return <Badge tone="plain">Off</Badge>;
  if (isDue(place)) return <Badge tone="wait">Looking</Badge>;
  return place.problem ? <Badge tone="bad">Not reached</Badge> : <Badge tone="good">On</Badge>;
}

interface PlaceFactsProps extends PlacePanelProps {
  readonly place: SourcePlace;
}

function PlaceFacts({ source, place, onChanged }: PlaceFactsProps) {
  const mayFetch = useMay('upload:files');
  const { everyMinutes, lookedAt, fetched, problem, nextAt } = place;
  const look = useMutation({
    mutationFn: () => {
      const params = { path: { sourceId: source } };
      return doneOf(client.POST('/api/v1/sources/{sourceId}/place/fetch', { params }));
    },
    onSuccess: onChanged,
  });
  return (
    <>
      <p>
        {placeWords(place)}, every {formatCount(everyMinutes)} minutes.
      </p>
      <p className="muted">
        {lookedAt
          ? `Last look ${formatInstant(lookedAt)}: ${newWords(fetched ?? 0)}.`
          : 'Not looked at yet.'}{' '}
        {place.isOn && `The next one is due ${formatInstant(nextAt)}.`}
      </p>
      {problem && <HeldNotice title="The last look did not come to its end" problem={problem} />}
      {look.error && <ProblemNotice problem={asProblem(look.error)} />}
      {place.isOn && mayFetch && (
        <div className={css.actions}>
          <Button size="compact-sm" loading={look.isPending} onClick={() => look.mutate()}>
            Look now
          </Button>
        </div>
      )}
    </>
  );
}

function newWords(deliveries: number): string {
  if (deliveries === 0) return 'nothing new';
  return deliveries === 1 ? '1 new delivery' : `${formatCount(deliveries)} new deliveries`;
}
