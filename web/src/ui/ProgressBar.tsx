import css from './ProgressBar.module.css';

interface ProgressBarProps {
  readonly label: string;
  /** From 0 to 1. */
  readonly share: number;
}

/** How far something is. */
export function ProgressBar({ label, share }: ProgressBarProps) {
  return (
    <div
      className={css.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.floor(share * 100)}
    >
      <div className={css.fill} style={{ inlineSize: `${share * 100}%` }} />
    </div>
  );
}
