import type { ReactNode } from 'react';
import { useTitle } from '../ui/Page';
import css from './Door.module.css';

interface DoorProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly foot?: ReactNode;
  readonly children?: ReactNode;
}

/** A page before the door: one card, one question. */
export function Door({ title, lead, foot, children }: DoorProps) {
  useTitle(title);
  return (
    <main className={css.door}>
      <div className={css.card}>
        <p className={css.mark}>
          <img src="/mark.svg" width="26" height="26" alt="" />
          Recon
        </p>
        <header>
          <h1>{title}</h1>
          {lead && <p className="muted">{lead}</p>}
        </header>
        {children}
      </div>
      {foot && <p className={css.foot}>{foot}</p>}
    </main>
  );
}
