import { asProblem } from '../api/problem';
import type { Inspection, Side } from '../api/types';
import { formatBytes, formatEstimate } from '../ui/format';
import { Icon } from '../ui/Icon';
import { ProblemNotice } from '../ui/ProblemNotice';
import { SideTag } from '../ui/SideTag';
import css from './FileCard.module.css';
import type { UploadState } from './useUploads';

interface FileCardProps {
  readonly side: Side;
  readonly file: File;
  readonly upload: UploadState;
  readonly inspection: Inspection | undefined;
  readonly onReplace: (file: File) => void;
}

/** One file: what it is, how it is read, and how far its upload is. */
export function FileCard({ side, file, upload, inspection, onReplace }: FileCardProps) {
  const share = file.size === 0 ? 1 : upload.sentBytes / file.size;
  return (
    <section className={css.card} aria-label={`${side} file`} data-side={side}>
      <header className={css.head}>
        <SideTag side={side} />
        <h2 className={css.name} title={file.name}>
          {file.name}
        </h2>
        <label className={css.replace}>
          Replace
          <input
            type="file"
            className={css.input}
            aria-label={`Replace the ${side} file`}
            onChange={(event) => {
              const next = event.currentTarget.files?.[0];
              if (next) onReplace(next);
            }}
          />
        </label>
      </header>
      <p className={css.facts}>{factsOf(file, inspection).join(' · ')}</p>
      <p className={css.upload}>
        {upload.stored ? (
          <>
            <Icon name="check" size={14} />
            {upload.stored.known ? 'Uploaded before: the same bytes are there' : 'Uploaded'}
          </>
        ) : (
          <>
            <progress
              className={css.progress}
              value={share}
              aria-label={`Upload of ${file.name}`}
            />
            {Math.floor(share * 100)}%
          </>
        )}
      </p>
      {upload.error !== null && <ProblemNotice problem={asProblem(upload.error)} />}
    </section>
  );
}

const DELIMITERS: Record<string, string> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
};

function factsOf(file: File, inspection: Inspection | undefined): string[] {
  if (!inspection) return [formatBytes(file.size)];
  const { dialect, columns, rowsEstimated } = inspection;
  const delimiter = DELIMITERS[dialect.delimiter] ?? dialect.delimiter;
  return [
    `about ${formatEstimate(rowsEstimated)} rows`,
    `${columns.length} columns`,
    delimiter,
    dialect.encoding,
    dialect.header ? 'with a header' : 'no header',
    ...(dialect.skip > 0 ? [`${dialect.skip} lines above the header`] : []),
    formatBytes(file.size),
  ];
}
