import { Button } from '@mantine/core';
import type { PlaceTrial } from '../api/types';
import { formatBytes, formatCount } from '../ui/format';
import { HeldNotice } from '../ui/HeldNotice';
import css from './PlaceDialog.module.css';

interface TrialResultProps {
  readonly trial: PlaceTrial;
  readonly onConfirm: (hostKey: string) => void;
}

/** What came of trying a place: its files, its first rows, its key to confirm, or why not. */
export function TrialResult({ trial, onConfirm }: TrialResultProps) {
  const { outcome, hostKey, files, filesMore, lines, problem } = trial;
  if (problem) return <HeldNotice title="It was not reached" problem={problem} />;
  if (outcome === 'host-key' && hostKey) {
    return (
      <div className={css.trial} role="status">
        <p>
          The server shows this key. Compare it with the one that its owner gives you; nothing was
          sent to it yet.
        </p>
        <p className="mono">{hostKey}</p>
        <Button size="compact-sm" onClick={() => onConfirm(hostKey)}>
          It is the right key
        </Button>
      </div>
    );
  }
  if (lines.length > 0) {
    return (
      <div className={css.trial} role="status">
        <p>The first rows as they would be delivered:</p>
        <pre className={css.lines}>{lines.join('\n')}</pre>
      </div>
    );
  }
  if (files.length === 0) return <p role="status">It was reached; no file there is meant.</p>;
  return (
    <div className={css.trial} role="status">
      <p>It was reached. What is there:</p>
      <ul className={css.files} aria-label="Files of the place">
        {files.map((file) => (
          <li key={file.name}>
            <span className="mono">{file.name}</span> · {formatBytes(file.bytes)} ·{' '}
            {file.isKnown ? 'fetched before' : 'would be fetched'}
          </li>
        ))}
        {filesMore > 0 && <li>and {formatCount(filesMore)} more</li>}
      </ul>
    </div>
  );
}
