import { useMutation } from '@tanstack/react-query';
import { client, doneOf } from '../api/client';
import { asProblem } from '../api/problem';
import type { SourceStanding } from '../api/types';
import { useMay } from '../api/useSession';
import { ProblemNotice } from '../ui/ProblemNotice';
import css from './StandingPanel.module.css';

interface QuarantineProps {
  readonly standing: SourceStanding;
  readonly onChanged: () => Promise<void>;
}

/** What becomes of deliveries whose drift is risky; breaking ones are always held. */
export function Quarantine({ standing, onChanged }: QuarantineProps) {
  const { id, holdsRisky } = standing.source;
  const maySet = useMay('write:sources');
  const set = useMutation({
    scope: { id: `quarantine ${id}` },
    mutationFn: (wanted: boolean) =>
      doneOf(
        client.PUT('/api/v1/sources/{sourceId}/quarantine', {
          params: { path: { sourceId: id } },
          body: { holdsRisky: wanted },
        }),
      ),
    onSuccess: onChanged,
  });
  return (
    <>
      {holdsRisky ? 'held until somebody takes them' : 'taken, and said'}{' '}
      {maySet && (
        <button type="button" className={css.change} onClick={() => set.mutate(!holdsRisky)}>
          {holdsRisky ? 'Take them' : 'Hold them'}
        </button>
      )}
      {set.error && <ProblemNotice problem={asProblem(set.error)} />}
    </>
  );
}
