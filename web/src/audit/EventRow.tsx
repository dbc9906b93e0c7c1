import { Link } from '@tanstack/react-router';
import type { AuditEvent } from '../api/types';
import { formatCount, formatInstant } from '../ui/format';
import css from './EventRow.module.css';
import type { AuditSearch } from './search';
import { detailPairs, objectWords, spaced } from './words';

interface EventRowProps {
  readonly event: AuditEvent;
  readonly onSearch: (change: AuditSearch) => void;
}

const HASH_CHARS = 8;

/** One event: when, who, what, on what, and its place in the chain. */
export function EventRow({ event, onSearch }: EventRowProps) {
  const { number, at, by, action, objectType, objectId, details, hash, previousHash } = event;
  return (
    <tr>
      <th scope="row" className={css.number}>
        {formatCount(number)}
      </th>
      <td data-label="When" className={css.when}>
        <time dateTime={at}>{formatInstant(at)}</time>
      </td>
      <td data-label="Who">{by.name}</td>
      <td data-label="What">
        <button type="button" className={css.narrow} onClick={() => onSearch({ action })}>
          {spaced(action)}
        </button>
        <Details of={details} />
      </td>
      <td data-label="On">
        <button
          type="button"
          className={css.narrow}
          title={`${objectType} ${objectId}: its history`}
          onClick={() => onSearch({ objectType, objectId })}
        >
          {objectType !== 'run' && `${spaced(objectType)} `}
          <span className={css.object}>{objectWords(event)}</span>
        </button>
        <Reconciliation event={event} />
      </td>
      <td data-label="Chain" className={css.hash} title={`${hash} follows ${previousHash}`}>
        {hash.slice(0, HASH_CHARS)} ← {previousHash.slice(0, HASH_CHARS)}
      </td>
    </tr>
  );
}

/** Where an event of a run or a comparison belongs, and the way there. */
function Reconciliation({ event }: { readonly event: AuditEvent }) {
  const { objectType, objectId, object } = event;
  if (object.reconciliationId === null || objectType === 'reconciliation') return null;
  const params = { rec: object.reconciliationId };
  const name = object.reconciliation ?? '';
  return (
    <span className={css.of}>
      {'of '}
      {objectType === 'run' ? (
        <Link to="/r/$rec/runs/$run" params={{ ...params, run: objectId }}>
          {name}
        </Link>
      ) : (
        <Link to="/r/$rec" params={params}>
          {name}
        </Link>
      )}
    </span>
  );
}

function Details({ of }: { readonly of: AuditEvent['details'] }) {
  const pairs = detailPairs(of);
  if (pairs.length === 0) return null;
  return (
    <details className={css.details}>
      <summary>{pairs.map(([name]) => name).join(', ')}</summary>
      <dl>
        {pairs.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
