import type { ServerProcess } from '../api/types';
import { formatAgo, formatCount, formatInstant } from '../ui/format';
import { Table } from '../ui/Table';

interface ProcessTableProps {
  readonly processes: readonly ServerProcess[];
}

const ROLES: Record<ServerProcess['role'], string> = {
  all: 'Pages and runs',
  web: 'Pages',
  worker: 'Runs',
};

/** The servers that share the database, and their part of its connections. */
export function ProcessTable({ processes }: ProcessTableProps) {
  return (
    <Table
      caption="Servers"
      head={['What it does', 'Started', 'Last sign of life', { number: 'Connections' }]}
    >
      {processes.map(({ role, startedAt, seenAt, poolSize }) => (
        <tr key={startedAt}>
          <th scope="row">{ROLES[role]}</th>
          <td data-label="Started">
            <time dateTime={startedAt}>{formatInstant(startedAt)}</time>
          </td>
          <td data-label="Last sign of life">
            <time dateTime={seenAt}>{formatAgo(seenAt, Date.now())}</time>
          </td>
          <td className="num" data-label="Connections">
            {formatCount(poolSize)}
          </td>
        </tr>
      ))}
    </Table>
  );
}
