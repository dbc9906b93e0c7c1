import type { System } from '../api/types';
import { formatBytes, formatCount, formatInstant } from '../ui/format';
import css from './Facts.module.css';

interface FactsProps {
  readonly system: System;
}

/** Versions and figures, as they are asked for when something is reported. */
export function Facts({ system }: FactsProps) {
  const facts: readonly (readonly [string, string])[] = [
    ['Release', system.version ?? 'from source'],
    ['Java', system.java],
    ['PostgreSQL', system.database],
    ['Schema', String(system.schemaVersion)],
    ['Up since', formatInstant(system.upSince)],
    [
      'Runs of this workspace',
      `${formatCount(system.running)} go on, ${formatCount(system.queued)} wait`,
    ],
    ['Pages that watch', formatCount(system.liveConnections)],
    ['Free on the disk', formatBytes(system.diskFreeBytes)],
  ];
  return (
    <dl className={css.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
