import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { downloadFile } from '../api/download';
import { asProblem } from '../api/problem';
import type { Run, Side } from '../api/types';
import { useMay } from '../api/useSession';
import { saveBlob, saveFile } from '../ui/csv';
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
  const mayReadAudit = useMay('read:audit');
  const files = [
    { side: 'left', file: run.leftFile },
    { side: 'right', file: run.rightFile },
  ] as const;
  return (
    <ul>
      {files.map(({ side, file }) => (
        <Delivered key={side} side={side} file={file} />
      ))}
      <Export
        name={`breaks_run_${run.number}.csv`}
        rows={breaks}
        write={(onRows) => breaksCsv(run.id, onRows)}
      />
      {mayReadAudit && run.status === 'done' && <EvidencePack run={run} />}
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

interface DeliveredProps {
  readonly side: Side;
  readonly file: Run['leftFile'];
}

function Delivered({ side, file }: DeliveredProps) {
  const save = useMutation({
    mutationFn: async () =>
      saveBlob(file.name, await downloadFile(`/api/v1/files/${file.id}/content`)),
  });
  return (
    <li className={css.file}>
      <SideTag side={side} />
      <span className={css.text}>
        <span className={css.name}>{file.name}</span>
        <span className="muted">
          {formatBytes(file.bytes)} · <span className="mono">{file.sha256.slice(0, 12)}</span>
        </span>
        {save.error && <ProblemNotice problem={asProblem(save.error)} />}
      </span>
      <Get name={file.name} isPending={save.isPending} onClick={() => save.mutate()} />
    </li>
  );
}

/** All that proves the run, sealed; `recon verify` checks it without the server. */
function EvidencePack({ run }: { readonly run: Run }) {
  const name = `evidence_run_${run.number}.zip`;
  const save = useMutation({
    mutationFn: async () => saveBlob(name, await downloadFile(`/api/v1/runs/${run.id}/evidence`)),
  });
  return (
    <li className={css.file}>
      <span className={css.text}>
        <span className={css.name}>{name}</span>
        <span className="muted">Sealed; to be verified without this server</span>
        {save.error && <ProblemNotice problem={asProblem(save.error)} />}
      </span>
      <Get name={name} isPending={save.isPending} onClick={() => save.mutate()} />
    </li>
  );
}

interface GetProps {
  readonly name: string;
  readonly isPending: boolean;
  readonly onClick: () => void;
}

function Get({ name, isPending, onClick }: GetProps) {
  return (
    <button
      type="button"
      className={css.get}
      aria-label={`Download ${name}`}
      disabled={isPending}
      onClick={onClick}
    >
      <Icon name="download" />
    </button>
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
      <Get name={name} isPending={save.isPending} onClick={() => save.mutate()} />
    </li>
  );
}
