import type { ReactNode, Ref } from 'react';
import css from './Table.module.css';

/** What stands above a column; a number's stands to the right, as the numbers do. */
export type ColumnHead = string | { readonly number: string };

interface TableProps {
  readonly caption: string;
  readonly head: readonly ColumnHead[];
  readonly body?: Ref<HTMLTableSectionElement>;
  readonly children: ReactNode;
}

/** A table on a wide page; on a narrow one each row is a card whose cells name their column. */
export function Table({ caption, head, body, children }: TableProps) {
  return (
    <div className={css.frame}>
      <table className={css.table}>
        <caption className="only-read-aloud">{caption}</caption>
        <thead>
          <tr>{head.map(headCell)}</tr>
        </thead>
        <tbody ref={body}>{children}</tbody>
      </table>
    </div>
  );
}

function headCell(column: ColumnHead) {
  const name = typeof column === 'string' ? column : column.number;
  return (
    <th key={name} scope="col" className={name === column ? undefined : 'num'}>
      {name || <span className="only-read-aloud">What can be done</span>}
    </th>
  );
}
