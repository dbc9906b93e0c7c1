import type { ReactNode } from 'react';
import css from './Badge.module.css';

interface BadgeProps {
  readonly tone?: 'plain' | 'good' | 'bad' | 'wait';
  readonly children: ReactNode;
}

/** A word with a frame: a role, a state. */
export function Badge({ tone = 'plain', children }: BadgeProps) {
  return (
    <span className={css.badge} data-tone={tone}>
      {children}
    </span>
  );
}
