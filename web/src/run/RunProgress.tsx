import { answerOf, client } from '../api/client';
import type { Run, RunStage } from '../api/types';
import { formatPercent, formatRoundCount, formatSeconds } from '../ui/format';
import { Icon } from '../ui/Icon';
import { ProgressBar } from '../ui/ProgressBar';
import { UnderWay } from '../ui/UnderWay';
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
  const params = { path: { runId: run.id } };
  const at = STAGES.indexOf(run.stage);
  const left = secondsLeft(samples);
  const percent = Math.floor(run.progress * 100);

  return (
    <UnderWay
      title={run.status === 'queued' ? 'Waiting for a worker' : 'Under way'}
      onCancel={() => answerOf(client.POST('/api/v1/runs/{runId}/cancel', { params }))}
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
        <strong>{formatPercent(String(percent))}</strong>
        {run.rowsPerSecond !== null && <span>{formatRoundCount(run.rowsPerSecond)} entries/s</span>}
        {left !== null && <span>about {formatSeconds(left)} left</span>}
        <span className="muted">Safe to leave: the run goes on without this page.</span>
      </p>
    </UnderWay>
  );
}
