import { formatPercent } from '../ui/format';
import { Icon } from '../ui/Icon';
import css from './FileCard.module.css';
import type { UploadState } from './useUploads';

interface UploadLineProps {
  readonly file: File;
  readonly upload: UploadState;
}

/** How far the upload is; what has arrived is read at the door before the answer. */
export function UploadLine({ file, upload }: UploadLineProps) {
  if (upload.stored) {
    return (
      <p className={css.upload}>
        <Icon name="check" size={14} />
        {upload.stored.known ? 'Uploaded before: the same bytes are there' : 'Uploaded'}
      </p>
    );
  }
  if (upload.error !== null) return null;
  const share = file.size === 0 ? 1 : Math.min(1, upload.sentBytes / file.size);
  return (
    <p className={css.upload}>
      <progress className={css.progress} value={share} aria-label={`Upload of ${file.name}`} />
      {share < 1 ? formatPercent(String(Math.floor(share * 100))) : 'Reading it …'}
    </p>
  );
}
