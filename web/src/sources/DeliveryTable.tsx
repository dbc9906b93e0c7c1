import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { client, doneOf } from '../api/client';
import { downloadFile } from '../api/download';
import { asProblem } from '../api/problem';
import type { Delivery } from '../api/types';
import { useMay } from '../api/useSession';
import { Badge } from '../ui/Badge';
import { EmptyState } from '../ui/EmptyState';
import { formatCount, formatInstant } from '../ui/format';
import { More } from '../ui/More';
import { Panel } from '../ui/Panel';
import { ProblemNotice } from '../ui/ProblemNotice';
import { saveBlob } from '../ui/saveBlob';
import { Table } from '../ui/Table';
import { ChangeList } from './ChangeList';
import css from './DeliveryTable.module.css';
import type { useSource } from './useSource';
import { STATE_WORDS } from './words';

interface DeliveryTableProps {
  readonly source: string;
  readonly list: ReturnType<typeof useSource>['deliveries'];
  readonly onChanged: () => Promise<void>;
}

const HEAD = ['Delivery', 'State', { number: 'Lines' }, 'Entries', ''] as const;

/** What a source delivered, newest first: what each added, how it drifted, why it is held. */
export function DeliveryTable({ source, list, onChanged }: DeliveryTableProps) {
  if (list.rows.length === 0) {
    return (
      <EmptyState
        icon="file"
        title="Nothing delivered yet"
        text="Deliver a file: what it is like, and how often it comes, is learnt from there on."
      />
    );
  }
  return (
    <Panel title="Deliveries" flush>
      <Table caption="Deliveries" head={HEAD}>
        {list.rows.map((delivery) => (
          <DeliveryRow
            key={delivery.number}
            source={source}
            delivery={delivery}
            onChanged={onChanged}
          />
        ))}
      </Table>
      <More of={list} />
    </Panel>
  );
}

interface DeliveryRowProps extends Omit<DeliveryTableProps, 'list'> {
  readonly delivery: Delivery;
}

function DeliveryRow({ source, delivery, onChanged }: DeliveryRowProps) {
  const { number, file, state, reason, lines, broken, arrivedAt, arrivedBy } = delivery;
  const mayTake = useMay('upload:files');
  const take = useMutation({
    mutationFn: () => {
      const params = { path: { sourceId: source, number } };
      return doneOf(client.POST('/api/v1/sources/{sourceId}/deliveries/{number}/take', { params }));
    },
    onSuccess: onChanged,
  });
  const save = useMutation({
    mutationFn: async () => {
      const id = delivery.mergedFileId ?? file.id;
      saveBlob(file.name, await downloadFile(`/api/v1/files/${id}/content`));
    },
  });
  const error = take.error ?? save.error;
  return (
    <tr>
      <th scope="row">
        #{number} {file.name}
        <p className={css.when}>
          <time dateTime={arrivedAt}>{formatInstant(arrivedAt)}</time> by {arrivedBy.name}
        </p>
      </th>
      <td data-label="State">
        <Badge tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].label}</Badge>
        {reason && <p className={css.reason}>{reason}</p>}
        <ChangeList changes={delivery.changes} />
      </td>
      <td data-label="Lines" className="num">
        {formatCount(lines)}
        {broken > 0 && <p className={css.reason}>{formatCount(broken)} broken</p>}
      </td>
      <td data-label="Entries">{entriesOf(delivery)}</td>
      <td>
        {state === 'held' && mayTake && (
          <Button size="compact-sm" loading={take.isPending} onClick={() => take.mutate()}>
            Take #{number}
          </Button>
        )}
        {state === 'taken' && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Download all up to #${number}`}
            onClick={() => save.mutate()}
          >
            Download all
          </Button>
        )}
        {error && <ProblemNotice problem={asProblem(error)} />}
      </td>
    </tr>
  );
}

function entriesOf({ state, newLines, knownLines, changedLines }: Delivery): string {
  if (state !== 'taken') return 'not taken';
  if (newLines === null) return 'begins anew';
  const changed = changedLines ? `, ${formatCount(changedLines)} changed` : '';
  return `${formatCount(newLines)} new, ${formatCount(knownLines ?? 0)} known${changed}`;
}
