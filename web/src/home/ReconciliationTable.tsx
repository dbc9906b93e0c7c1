import { useRef } from 'react';
import type { Reconciliation } from '../api/types';
import { Table } from '../ui/Table';
import { useKeymap } from '../ui/useKeymap';
import { ReconciliationRow } from './ReconciliationRow';
import css from './ReconciliationTable.module.css';

const HEAD = [
  'Name',
  { number: 'Matched, count' },
  { number: 'Matched, value' },
  { number: 'Open value' },
  { number: 'Breaks' },
  'Last run',
  'Next step',
] as const;

interface ReconciliationTableProps {
  readonly reconciliations: readonly Reconciliation[];
}

/** One line a reconciliation; j and k move along the names, Enter opens as on any link. */
export function ReconciliationTable({ reconciliations }: ReconciliationTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);

  function move(step: number) {
    const names = [...(body.current?.querySelectorAll<HTMLElement>('[data-name]') ?? [])];
    const at = names.indexOf(document.activeElement as HTMLElement);
    const next = at < 0 ? 0 : Math.min(Math.max(at + step, 0), names.length - 1);
    names[next]?.focus();
  }

  useKeymap({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
  });

  return (
    <div className={css.frame}>
      <Table caption="Reconciliations, the greatest open value first" head={HEAD} body={body}>
        {reconciliations.map((reconciliation) => (
          <ReconciliationRow key={reconciliation.id} reconciliation={reconciliation} />
        ))}
      </Table>
    </div>
  );
}
