import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '../api/problem';
import type { Run } from '../api/types';
import { saveFile } from '../ui/csv';
import { formatBytes, formatCount } from '../ui/format';
import { Icon } from '../ui/Icon';
import { ProblemNotice } from '../ui/ProblemNotice';
import { SideTag } from '../ui/SideTag';
import css from './Downloads.module.css';
import { breaksCsv, rejectedCsv } from './exports';

interface DownloadsProps {
  readonly run: Run;
  readonly breaks: number;
  readonly rejected: number;
}

/** The inputs as they were delivered with the hash that names them, and what the run left. */
export function Downloads({ run, breaks, rejected }: DownloadsProps) {
  const files = [
    { side: 'left', file: run.leftFile },
    { side: 'right', file: run.rightFile },
  ] as const;
  return (
    <ul>
      {files.map(({ side, file }) => (
        <li key={side} className={css.file}>
          <SideTag side={side} />
          <span className={css.text}>
            <span className={css.name}>{file.name}</span>
            <span className="muted">
              {formatBytes(file.bytes)} · <span className="mono">{file.sha256.slice(0, 12)}</span>
            </span>
          </span>
          <a
            className={css.get}
            href={`/api/v1/files/${file.id}/content`}
            download={file.name}
            aria-label={`Download ${file.name}`}
          >
            <Icon name="download" />
          </a>
        </li>
      ))}
      <Export
        name={`breaks_run_${run.number}.csv`}
        rows={breaks}
        write={(onRows) => breaksCsv(run.id, onRows)}
      />
      {rejected > 0 && (
        <Export
          name={`rejected_run_${run.number}.csv`}
          rows={rejected}
          write={(onRows) => rejectedCsv(run.id, onRows)}
        />
      )}
    </ul>
  );
}

interface ExportProps {
  readonly name: string;
  readonly rows: number;
  readonly write: (onRows: (rows: number) => void) => Promise<string>;
}

function Export({ name, rows, write }: ExportProps) {
  const [read, setRead] = useState(0);
  const save = useMutation({
    mutationFn: () => write(setRead),
    onSuccess: (text) => saveFile(name, text),
  });
  return (
    <li className={css.file}>
      <span className={css.text}>
        <span className={css.name}>{name}</span>
        <span className="muted" role="status">
          {save.isPending && `${formatCount(read)} of `}
          {formatCount(rows)} {rows === 1 ? 'line' : 'lines'}
        </span>
        {save.error && <ProblemNotice problem={asProblem(save.error)} />}
      </span>
      <button
        type="button"
        className={css.get}
        aria-label={`Download ${name}`}
        disabled={save.isPending}
        onClick={() => save.mutate()}
      >
        <Icon name="download" />
      </button>
    </li>
  );
}
