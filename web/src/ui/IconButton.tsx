import { Icon, type IconName } from './Icon';
import css from './IconButton.module.css';
import { keepFocus } from './keepFocus';

interface IconButtonProps {
  readonly label: string;
  readonly icon: IconName;
  readonly onClick: () => void;
  readonly disabled?: boolean;
}

/** A button with a picture; its label is its name and its title. */
export function IconButton({ label, icon, onClick, disabled = false }: IconButtonProps) {
  return (
    <button
      type="button"
      className={css.button}
      aria-label={label}
      title={label}
      disabled={disabled}
      onMouseDown={keepFocus}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
