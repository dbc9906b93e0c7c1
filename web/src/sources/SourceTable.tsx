import { Link } from '@tanstack/react-router';
import type { SourceStanding } from '../api/types';
import { Badge } from '../ui/Badge';
import { formatAgo, formatCount, formatInstant } from '../ui/format';
import { Panel } from '../ui/Panel';
import { Table } from '../ui/Table';
import css from './SourceTable.module.css';
import { HEALTH_WORDS } from './words';

const HEAD = ['Source', 'Health', 'Last delivery', { number: 'Lines' }, 'Next is due'] as const;

/** Every source with the worst that is to be said about it, in words. */
export function SourceTable({ standings }: { readonly standings: readonly SourceStanding[] }) {
  return (
    <Panel title="All sources" flush>
      <Table caption="Sources" head={HEAD}>
        {standings.map((standing) => (
          <SourceRow key={standing.source.id} standing={standing} />
        ))}
      </Table>
    </Panel>
  );
}

function SourceRow({ standing }: { readonly standing: SourceStanding }) {
  const { source, last, health, remarks, dueAt } = standing;
  return (
    <tr>
      <th scope="row">
        <Link to="/sources/$source" params={{ source: source.id }}>
          {source.name}
        </Link>
      </th>
      <td data-label="Health">
        <Badge tone={HEALTH_WORDS[health].tone}>{HEALTH_WORDS[health].label}</Badge>
        {remarks[0] && <p className={css.remark}>{remarks[0].text}</p>}
      </td>
      <td data-label="Last delivery">
        {last ? (
          <time dateTime={last.arrivedAt} title={formatInstant(last.arrivedAt)}>
            {formatAgo(last.arrivedAt, Date.now())}
          </time>
        ) : (
          <span className="muted">never</span>
        )}
      </td>
      <td data-label="Lines" className="num">
        {last ? formatCount(last.lines) : '–'}
      </td>
      <td data-label="Next is due">
        {dueAt ? <time dateTime={dueAt}>{formatInstant(dueAt)}</time> : <NotKnown />}
      </td>
    </tr>
  );
}

function NotKnown() {
  return <span className="muted">not known yet</span>;
}
