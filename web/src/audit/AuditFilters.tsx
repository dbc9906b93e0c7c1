import { answerOf, client } from '../api/client';
import { useAll } from '../api/useAll';
import { useMay } from '../api/useSession';
import { IconButton } from '../ui/IconButton';
import css from './AuditFilters.module.css';
import type { AuditSearch } from './search';
import { spaced } from './words';

interface AuditFiltersProps {
  readonly search: AuditSearch;
  readonly onSearch: (change: AuditSearch) => void;
}

const OBJECT_TYPES = [
  ['run', 'reconciliation', 'source', 'file', 'rule-set'],
  ['person', 'role', 'invitation', 'api-key', 'session', 'workspace'],
].flat();

const NOTHING: AuditSearch = {
  objectType: undefined,
  objectId: undefined,
  action: undefined,
  person: undefined,
  from: undefined,
  to: undefined,
};

/** Narrows the history by what was done on, by whom, and when. */
export function AuditFilters({ search, onSearch }: AuditFiltersProps) {
  const filtered = Object.values(search).some((value) => value !== undefined);
  return (
    <search className={css.filters} aria-label="Filters">
      <span className={css.filter}>
        <label htmlFor="audit-on">On</label>
        <select
          id="audit-on"
          value={search.objectType ?? ''}
          onChange={(event) =>
            onSearch({ objectType: event.currentTarget.value || undefined, objectId: undefined })
          }
        >
          <option value="">anything</option>
          {OBJECT_TYPES.map((type) => (
            <option key={type} value={type}>
              {spaced(type)}
            </option>
          ))}
        </select>
      </span>
      <PersonFilter person={search.person} onSearch={onSearch} />
      {(['from', 'to'] as const).map((end) => (
        <span key={end} className={css.filter}>
          <label htmlFor={`audit-${end}`}>{end === 'from' ? 'From' : 'To'}</label>
          <input
            id={`audit-${end}`}
            type="date"
            value={search[end] ?? ''}
            onChange={(event) => onSearch({ [end]: event.currentTarget.value || undefined })}
          />
        </span>
      ))}
      {search.action && (
        <span className={css.chip}>
          {spaced(search.action)}
          <IconButton
            label="Any action"
            icon="cross"
            onClick={() => onSearch({ action: undefined })}
          />
        </span>
      )}
      {search.objectId && (
        <span className={css.chip}>
          <span className="mono">{search.objectId.slice(0, 8)}</span>
          <IconButton
            label="Any object"
            icon="cross"
            onClick={() => onSearch({ objectId: undefined })}
          />
        </span>
      )}
      {filtered && (
        <button type="button" className={css.clear} onClick={() => onSearch(NOTHING)}>
          Clear
        </button>
      )}
    </search>
  );
}

function PersonFilter({
  person,
  onSearch,
}: {
  readonly person: string | undefined;
  readonly onSearch: (change: AuditSearch) => void;
}) {
  const may = useMay('read:people');
  const { data: people = [] } = useAll(['people'], (query) =>
    answerOf(client.GET('/api/v1/people', { params: { query } })),
  );
  if (!may) return null;
  return (
    <span className={css.filter}>
      <label htmlFor="audit-by">By</label>
      <select
        id="audit-by"
        value={person ?? ''}
        onChange={(event) => onSearch({ person: event.currentTarget.value || undefined })}
      >
        <option value="">anybody</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
