import type { Entry } from '../api/types';
import { Icon } from '../ui/Icon';
import { SideTag } from '../ui/SideTag';
import css from './RawLines.module.css';

/** The lines as they stand in the files, on demand. */
export function RawLines({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <details className={css.raw}>
      <summary className={css.summary}>
        <Icon name="chevron" size={12} /> Raw {entries.length === 1 ? 'line' : 'lines'}
      </summary>
      {entries.map(({ side, line, raw }) => (
        <div key={`${side}${line}`} className={css.line}>
          <SideTag side={side} />
          <code>{raw}</code>
        </div>
      ))}
    </details>
  );
}
