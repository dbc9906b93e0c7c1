import type { Run } from '../api/types';
import { formatBytes } from '../ui/format';
import { Icon } from '../ui/Icon';
import { SideTag } from '../ui/SideTag';
import css from './Downloads.module.css';

/** The inputs as they were delivered, with the hash that names them. */
export function Downloads({ run }: { readonly run: Run }) {
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
    </ul>
  );
}
