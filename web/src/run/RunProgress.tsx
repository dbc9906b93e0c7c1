import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { answerOf, client } from '../api/client';
import { asProblem } from '../api/problem';
import type { Run, RunStage } from '../api/types';
import { useMay } from '../api/useSession';
import { formatRoundCount, formatSeconds } from '../ui/format';
import { Icon } from '../ui/Icon';
import { Panel } from '../ui/Panel';
import { ProblemNotice } from '../ui/ProblemNotice';
import { ProgressBar } from '../ui/ProgressBar';
import { STAGE_WORDS } from '../ui/vocabulary';
import { type ProgressSample, secondsLeft } from './eta';
import css from './RunProgress.module.css';

interface RunProgressProps {
  readonly run: Run;
  readonly samples: readonly ProgressSample[];
}

const STAGES: readonly RunStage[] = ['wait', 'load', 'read', 'match', 'classify', 'publish'];

/** The stages, how far the run is, how fast, and a way to stop it. */
export function RunProgress({ run, samples }: RunProgressProps) {
  const cancel = useMutation({
    mutationFn: () =>
      answerOf(client.POST('/api/v1/runs/{runId}/cancel', { params: { path: { runId: run.id } } })),
  });
  const mayCancel = useMay('run:reconciliations');
  const at = STAGES.indexOf(run.stage);
  const left = secondsLeft(samples);
  const percent = Math.floor(run.progress * 100);

  return (
    <Panel
      title={run.status === 'queued' ? 'Waiting for a worker' : 'Under way'}
      aside={
        mayCancel && (
          <Button
            size="compact-sm"
            variant="default"
            loading={cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            Cancel
          </Button>
        )
      }
    >
      <ol className={css.stages} aria-label="Stages">
        {STAGES.map((stage, index) => (
          <li
            key={stage}
            className={css.stage}
            data-state={index < at ? 'done' : index === at ? 'now' : 'later'}
            aria-current={index === at ? 'step' : undefined}
          >
            <span className={css.mark}>{index < at && <Icon name="check" size={12} />}</span>
            {STAGE_WORDS[stage]}
            {index < at && <span className="only-read-aloud">done</span>}
          </li>
        ))}
      </ol>
      <ProgressBar label="Progress of the run" share={run.progress} />
      <p className={css.figures}>
        <strong>{percent}%</strong>
        {run.rowsPerSecond !== null && <span>{formatRoundCount(run.rowsPerSecond)} entries/s</span>}
        {left !== null && <span>about {formatSeconds(left)} left</span>}
        <span className="muted">Safe to leave: the run goes on without this page.</span>
      </p>
      {cancel.error && <ProblemNotice problem={asProblem(cancel.error)} />}
    </Panel>
  );
}
