import type { ReactNode } from 'react';
import css from './Panel.module.css';

interface PanelProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly flush?: boolean;
  readonly children: ReactNode;
}

/** A titled part of a page. `flush` lets a table reach the edges. */
export function Panel({ title, aside, flush = false, children }: PanelProps) {
  return (
    <section className={css.panel} aria-label={title}>
      <header className={css.head}>
        <h2>{title}</h2>
        {aside}
      </header>
      <div className={flush ? undefined : css.body}>{children}</div>
    </section>
  );
}
