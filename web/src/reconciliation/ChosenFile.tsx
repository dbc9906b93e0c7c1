import type { Side } from '../api/types';
import { DropZone } from '../ui/DropZone';
import { formatBytes } from '../ui/format';
import { IconButton } from '../ui/IconButton';
import { SideTag } from '../ui/SideTag';
import css from './ChosenFile.module.css';

interface ChosenFileProps {
  readonly side: Side;
  readonly file: File | null;
  /** What happens without a file, where a side may go without. */
  readonly without: string | undefined;
  readonly onFile: (file: File | null) => void;
}

/** The file of one side, or the place where it is dropped. */
export function ChosenFile({ side, file, without, onFile }: ChosenFileProps) {
  if (!file) {
    return (
      <DropZone
        label={`Drop the ${side} file`}
        hint={without ?? 'Needed.'}
        onFiles={([first]) => first && onFile(first)}
      />
    );
  }
  return (
    <section className={css.file} aria-label={`${side} file`}>
      <SideTag side={side} />
      <span className={css.name} title={file.name}>
        {file.name}
      </span>
      <span className="muted">{formatBytes(file.size)}</span>
      <IconButton label={`Take the ${side} file away`} icon="cross" onClick={() => onFile(null)} />
    </section>
  );
}
