import { useId } from 'react';
import css from './FileButton.module.css';
import { Icon } from './Icon';

interface FileButtonProps {
  readonly label: string;
  readonly disabled?: boolean;
  readonly onFile: (file: File) => void;
}

/** A button that asks for one file. */
export function FileButton({ label, disabled = false, onFile }: FileButtonProps) {
  const id = useId();
  return (
    <label className={css.button} htmlFor={id} data-disabled={disabled || undefined}>
      <Icon name="upload" size={14} />
      {label}
      <input
        id={id}
        className={css.input}
        type="file"
        disabled={disabled}
        aria-label={label}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </label>
  );
}
