import { useState } from 'react';
import type { SourceStanding } from '../api/types';
import { useMay } from '../api/useSession';
import { Badge } from '../ui/Badge';
import { formatCount, formatInstant } from '../ui/format';
import { Panel } from '../ui/Panel';
import { CadenceDialog } from './CadenceDialog';
import { Quarantine } from './Quarantine';
import css from './StandingPanel.module.css';
import { HEALTH_WORDS } from './words';

interface StandingPanelProps {
  readonly standing: SourceStanding;
  readonly onChanged: () => Promise<void>;
}

/** What is to be said about a source, in words, and when its next delivery is due. */
export function StandingPanel({ standing, onChanged }: StandingPanelProps) {
  const [isEditing, setEditing] = useState(false);
  const mayCadence = useMay('write:sources');
  const { health, remarks, recentLines, dueAt } = standing;
  return (
    <Panel
      title="How it stands"
      aside={<Badge tone={HEALTH_WORDS[health].tone}>{HEALTH_WORDS[health].label}</Badge>}
    >
      {remarks.length > 0 && (
        <ul className={css.remarks}>
          {remarks.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <dl className={css.facts}>
        <div>
          <dt>Delivers</dt>
          <dd>
            {cadenceWords(standing)}{' '}
            {mayCadence && (
              <button type="button" className={css.change} onClick={() => setEditing(true)}>
                Change the cadence
              </button>
            )}
          </dd>
        </div>
        <div>
          <dt>Next is due</dt>
          <dd>{dueAt ? <time dateTime={dueAt}>{formatInstant(dueAt)}</time> : 'not known yet'}</dd>
        </div>
        <div>
          <dt>Risky deliveries</dt>
          <dd>
            <Quarantine standing={standing} onChanged={onChanged} />
          </dd>
        </div>
        {recentLines.length > 0 && (
          <div>
            <dt>Lines of the last deliveries</dt>
            <dd>{recentLines.map(formatCount).join(' · ')}</dd>
          </div>
        )}
      </dl>
      {isEditing && (
        <CadenceDialog
          standing={standing}
          onClose={() => setEditing(false)}
          onChanged={onChanged}
        />
      )}
    </Panel>
  );
}

function cadenceWords({ cadence }: SourceStanding): string {
  if (!cadence) return 'The cadence is learnt after five deliveries, or say it.';
  const { everyDays, calendar, dueBy, zone, isLearnt } = cadence;
  const every = everyDays === 1 ? 'every business day' : `every ${everyDays} business days`;
  const from = isLearnt ? 'learnt from its deliveries' : 'as somebody said';
  return `${every} by ${dueBy.slice(0, 5)} ${zone}, calendar ${calendar}; ${from}.`;
}
