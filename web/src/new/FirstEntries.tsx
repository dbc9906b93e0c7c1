import type { FileTable } from '../api/types';
import css from './FirstEntries.module.css';

/** How the entries begin, without the columns that are empty there. */
export function FirstEntries({ table }: { readonly table: FileTable }) {
  const shown = table.columns
    .map((name, place) => ({ name, place }))
    .filter(({ place }) => table.first.some((cells) => cells[place]));
  if (table.first.length === 0) return null;
  return (
    <details className={css.first}>
      <summary className={css.summary}>First entries</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls needs keys */}
      <section className={css.frame} tabIndex={0} aria-label="First entries">
        <table className={css.table}>
          <thead>
            <tr>
              {shown.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.first.map((cells, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: entries have no name but their place
              <tr key={line}>
                {shown.map(({ name, place }) => (
                  <td key={name}>{cells[place]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
