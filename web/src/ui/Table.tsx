import type { ReactNode } from 'react';
import css from './Table.module.css';

interface TableProps {
  readonly caption: string;
  readonly head: readonly string[];
  readonly children: ReactNode;
}

/** A table on a wide page; on a narrow one each row is a card whose cells name their column. */
export function Table({ caption, head, children }: TableProps) {
  return (
    <div className={css.frame}>
      <table className={css.table}>
        <caption className="only-read-aloud">{caption}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name || <span className="only-read-aloud">What can be done</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
