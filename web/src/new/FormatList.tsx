import { api } from '../api/client';
import css from './FormatList.module.css';

/** Every format that is read, for those who want to know before they drop. */
export function FormatList() {
  const { data } = api.useQuery('get', '/api/v1/formats', {}, { staleTime: Infinity });
  if (!data) return null;
  return (
    <details className={css.formats}>
      <summary className={css.summary}>What can be read</summary>
      <dl className={css.list}>
        {data.items.map(({ name, description }) => (
          <div key={name} className={css.format}>
            <dt className="mono">{name}</dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">
        Plain, gzipped or in a ZIP archive. A file is known by its content; its name is never asked.
      </p>
    </details>
  );
}
