import { type DragEvent, type ReactNode, useId, useState } from 'react';
import css from './DropZone.module.css';
import { Icon } from './Icon';

interface DropZoneProps {
  readonly label: string;
  readonly hint: string;
  readonly multiple?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children?: ReactNode;
}

/** Takes files by drop, or by the browser's own dialog for mouse and keyboard. */
export function DropZone({ label, hint, multiple = false, onFiles, children }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const id = useId();

  function take(files: FileList | null) {
    if (files && files.length > 0) onFiles([...files]);
  }

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping needs a pointer; Browse has keys
    <div
      className={css.zone}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <span className={css.mark}>
        <Icon name="upload" size={20} />
      </span>
      <p className={css.label}>{label}</p>
      <p className={css.hint}>{hint}</p>
      <div className={css.actions}>
        <label className={css.browse} htmlFor={id}>
          Browse
          <input
            id={id}
            className={css.input}
            type="file"
            multiple={multiple}
            aria-label={label}
            onChange={(event) => {
              take(event.currentTarget.files);
              event.currentTarget.value = '';
            }}
          />
        </label>
        {children}
      </div>
    </div>
  );
}
