import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client';
import { type Arrived, downloadFile } from '../api/download';
import { asProblem } from '../api/problem';
import type { Run, Side } from '../api/types';
import { useMay } from '../api/useSession';
import { CutName } from '../ui/CutName';
import { exportName } from '../ui/fileName';
import { formatBytes, formatCount } from '../ui/format';
import { Icon } from '../ui/Icon';
import { ProblemNotice } from '../ui/ProblemNotice';
import { SideTag } from '../ui/SideTag';
import { saveBlob } from '../ui/saveBlob';
import css from './Downloads.module.css';

interface DownloadsProps {
  readonly run: Run;
  readonly breaks: number;
  readonly matches: number;
  readonly rejected: number;
}

/** The inputs as they were delivered with the hash that names them, and what the run left. */
export function Downloads({ run, breaks, matches, rejected }: DownloadsProps) {
  const mayReadAudit = useMay('read:audit');
  const { data } = api.useQuery('get', '/api/v1/reconciliations/{reconciliationId}', {
    params: { path: { reconciliationId: run.reconciliationId } },
  });
  const nameOf = (what: string) => exportName(data?.name ?? '', run.number, what);
  const files = [
    { side: 'left', file: run.leftFile },
    { side: 'right', file: run.rightFile },
  ] as const;
  return (
    <ul>
      {files.map(({ side, file }) => (
        <Delivered key={side} side={side} file={file} />
      ))}
      <ListFile
        name={nameOf('breaks.csv')}
        rows={breaks}
        unit={['break', 'breaks']}
        path={`/api/v1/runs/${run.id}/breaks.csv`}
      />
      <ListFile
        name={nameOf('matches.csv')}
        rows={matches}
        unit={['match', 'matches']}
        path={`/api/v1/runs/${run.id}/matches.csv`}
      />
      {mayReadAudit && run.status === 'done' && (
        <EvidencePack run={run} name={nameOf('evidence.zip')} />
      )}
      {rejected > 0 && (
        <ListFile
          name={nameOf('rejected_lines.csv')}
          rows={rejected}
          unit={['line', 'lines']}
          path={`/api/v1/runs/${run.id}/rejected-lines.csv`}
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
        <span className={css.name}>
          <CutName name={file.name} />
        </span>
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
function EvidencePack({ run, name }: { readonly run: Run; readonly name: string }) {
  const save = useMutation({
    mutationFn: async () => saveBlob(name, await downloadFile(`/api/v1/runs/${run.id}/evidence`)),
  });
  return (
    <li className={css.file}>
      <span className={css.text}>
        <span className={css.name}>
          <CutName name={name} />
        </span>
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

interface ListFileProps {
  readonly name: string;
  readonly rows: number;
  readonly unit: readonly [one: string, many: string];
  readonly path: string;
}

/** A whole list, which the server writes first and then sends. */
function ListFile({ name, rows, unit, path }: ListFileProps) {
  const [arrived, setArrived] = useState<Arrived | null>(null);
  const save = useMutation({
    mutationFn: async () => {
      setArrived(null);
      saveBlob(name, await downloadFile(path, setArrived));
    },
  });
  return (
    <li className={css.file}>
      <span className={css.text}>
        <span className={css.name}>
          <CutName name={name} />
        </span>
        <span className="muted" role="status">
          {save.isPending && `${arrivedText(arrived)} · `}
          {formatCount(rows)} {unit[rows === 1 ? 0 : 1]}
        </span>
        {save.error && <ProblemNotice problem={asProblem(save.error)} />}
      </span>
      <Get name={name} isPending={save.isPending} onClick={() => save.mutate()} />
    </li>
  );
}

function arrivedText(arrived: Arrived | null): string {
  if (arrived === null) return 'The server writes it';
  const { bytes, of } = arrived;
  return of === null ? formatBytes(bytes) : `${formatBytes(bytes)} of ${formatBytes(of)}`;
}
