import type { StoredFile } from '../api/types';
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
        {uploadedWords(file.name, upload.stored)}
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

/** The same bytes are one file, which keeps its first name. */
function uploadedWords(name: string, stored: StoredFile): string {
  if (!stored.known) return 'Uploaded';
  const as = stored.name === name ? '' : ` as ${stored.name}`;
  return `Uploaded before${as}: the same bytes are there`;
}
