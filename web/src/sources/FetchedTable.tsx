import { answerOf, client } from '../api/client';
import { asProblem } from '../api/problem';
import { retryPages, usePages } from '../api/usePages';
import { Badge } from '../ui/Badge';
import { formatBytes, formatInstant } from '../ui/format';
import { More } from '../ui/More';
import { Panel } from '../ui/Panel';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Table } from '../ui/Table';
import css from './DeliveryTable.module.css';
import { STATE_WORDS } from './words';

const HEAD = ['File', 'Outcome', { number: 'Size' }] as const;
const FETCHED = '/api/v1/sources/{sourceId}/fetched-files';

/** The files that a source fetched, newest first, and what became of each. */
export function FetchedTable({ source }: { readonly source: string }) {
  const files = usePages(['pages', FETCHED, source], (query) =>
    answerOf(client.GET(FETCHED, { params: { path: { sourceId: source }, query } })),
  );
  const { rows, error } = files;
  const problem = error && (
    <ProblemNotice problem={asProblem(error)} onRetry={() => retryPages(files)} />
  );
  if (rows.length === 0) return problem;
  return (
    <Panel title="Fetched files" flush>
      <Table caption="Fetched files" head={HEAD}>
        {rows.map(({ id, name, bytes, fetchedAt, state, number, reason, problem }) => (
          <tr key={id}>
            <th scope="row">
              {name}
              <p className={css.when}>
                <time dateTime={fetchedAt}>{formatInstant(fetchedAt)}</time>
              </p>
            </th>
            <td data-label="Outcome">
              <Badge tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].label}</Badge>{' '}
              {number !== null && `delivery ${number}`}
              {reason && <p className={css.reason}>{reason}</p>}
              {problem && (
                <p className={css.reason}>
                  Found {problem.found}; expected {problem.expected}. {problem.mend}
                </p>
              )}
            </td>
            <td data-label="Size" className="num">
              {formatBytes(bytes)}
            </td>
          </tr>
        ))}
      </Table>
      {problem}
      <More of={files} />
    </Panel>
  );
}
