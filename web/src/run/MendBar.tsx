import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { deliverFile } from '../api/deliver';
import { downloadFile } from '../api/download';
import { asProblem } from '../api/problem';
import type { Run, Side } from '../api/types';
import { useMay } from '../api/useSession';
import { FileButton } from '../ui/FileButton';
import { Icon } from '../ui/Icon';
import { ProblemNotice } from '../ui/ProblemNotice';
import { SideTag } from '../ui/SideTag';
import { saveBlob } from '../ui/saveBlob';
import css from './MendBar.module.css';
import { rejectedName } from './rejectedName';

interface MendBarProps {
  readonly run: Run;
  readonly side: Side;
}

/** The rejected lines of one file go out as that file has them, and come back mended. */
export function MendBar({ run, side }: MendBarProps) {
  const navigate = useNavigate();
  const mayRun = useMay('run:reconciliations');
  const mayUpload = useMay('upload:files');
  const path = `/api/v1/runs/${run.id}/rejected-lines/${side}`;
  const file = side === 'left' ? run.leftFile : run.rightFile;
  const name = rejectedName(file.name);
  const save = useMutation({ mutationFn: async () => saveBlob(name, await downloadFile(path)) });
  const mend = useMutation({
    mutationFn: (mended: File) => deliverFile<Run>(path, mended),
    onSuccess: ({ id }) =>
      navigate({ to: '/r/$rec/runs/$run', params: { rec: run.reconciliationId, run: id } }),
  });
  const error = save.error ?? mend.error;
  return (
    <div className={css.bar}>
      <SideTag side={side} />
      <button
        type="button"
        className={css.save}
        disabled={save.isPending}
        onClick={() => save.mutate()}
      >
        <Icon name="download" size={14} />
        Download {name}
      </button>
      {mayRun && mayUpload && (
        <FileButton
          label={mend.isPending ? 'Delivering…' : `Deliver mended ${side} lines`}
          disabled={mend.isPending}
          onFile={(mended) => mend.mutate(mended)}
        />
      )}
      {error && (
        <div className={css.problem}>
          <ProblemNotice problem={asProblem(error)} />
        </div>
      )}
    </div>
  );
}
