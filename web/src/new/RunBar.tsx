import { Button } from '@mantine/core';
import type { Side } from '../api/types';
import { Keys } from '../ui/Keys';
import { useKeymap } from '../ui/useKeymap';
import { type Draft, nameFor } from './draft';
import css from './RunBar.module.css';
import type { UploadState } from './useUploads';

interface RunBarProps {
  readonly draft: Draft;
  readonly faults: number;
  readonly uploads: Readonly<Record<Side, UploadState>>;
  readonly isStarting: boolean;
  readonly onName: (name: string) => void;
  readonly onRun: (name: string) => void;
}

/** The name, which has a default, and Run, which is live as soon as there is a preview. */
export function RunBar({ draft, faults, uploads, isStarting, onName, onRun }: RunBarProps) {
  const name = draft.name ?? nameFor(draft.files);
  const failed = uploads.left.error !== null || uploads.right.error !== null;
  const uploaded = uploads.left.stored !== null && uploads.right.stored !== null;
  const enabled = faults === 0 && !failed && !isStarting && name.trim() !== '';
  const run = () => enabled && onRun(name.trim());
  useKeymap({ 'Ctrl+Enter': run });

  return (
    <div className={css.bar}>
      <label className={css.label} htmlFor="reconciliation-name">
        Name
      </label>
      <input
        id="reconciliation-name"
        className={css.name}
        value={name}
        maxLength={200}
        onChange={(event) => onName(event.currentTarget.value)}
      />
      <span className={css.state} role="status">
        {faults > 0 && 'The rules have a fault: see Rules as text above.'}
        {faults === 0 && isStarting && !uploaded && 'Starts when both files are uploaded.'}
      </span>
      <Button
        size="sm"
        loading={isStarting}
        disabled={!enabled}
        rightSection={<Keys of="Ctrl Enter" />}
        onClick={run}
      >
        Run
      </Button>
    </div>
  );
}
