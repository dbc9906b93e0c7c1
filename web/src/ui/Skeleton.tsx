import css from './Skeleton.module.css';

interface SkeletonProps {
  readonly label: string;
  readonly lines?: number;
}

const WIDTHS = ['92%', '76%', '84%', '64%', '88%', '70%'];

/** Stands in on a first load, and only after 150 ms. */
export function Skeleton({ label, lines = 6 }: SkeletonProps) {
  return (
    <div className={css.lines} role="status" aria-label={`Loading ${label}`}>
      {WIDTHS.slice(0, lines).map((width) => (
        <div key={width} className={css.line} style={{ width }} />
      ))}
    </div>
  );
}
