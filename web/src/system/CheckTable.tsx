import type { SystemCheck } from '../api/types';
import { Icon, type IconName } from '../ui/Icon';
import { Table } from '../ui/Table';
import css from './CheckTable.module.css';

interface CheckTableProps {
  readonly checks: readonly SystemCheck[];
}

const NAMES: Record<SystemCheck['name'], string> = {
  workers: 'Workers',
  queue: 'Queue',
  disk: 'Disk',
  redis: 'Redis',
  history: 'History',
  backup: 'Backup',
  restore: 'Restore test',
};
const STATES: Record<SystemCheck['state'], { readonly word: string; readonly icon: IconName }> = {
  good: { word: 'Good', icon: 'check' },
  warning: { word: 'Look at it', icon: 'warning' },
  bad: { word: 'Not well', icon: 'warning' },
  unused: { word: 'Nothing yet', icon: 'half' },
};
const ORDER: readonly SystemCheck['state'][] = ['bad', 'warning', 'good', 'unused'];

/** What must be well, the worst first. */
export function CheckTable({ checks }: CheckTableProps) {
  const sorted = checks.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return (
    <Table caption="Checks" head={['What', 'State', 'Found']}>
      {sorted.map(({ name, state, detail }) => (
        <tr key={name}>
          <th scope="row">{NAMES[name]}</th>
          <td className={css.state} data-label="State" data-state={state}>
            <span className={css.word}>
              <Icon name={STATES[state].icon} size={14} /> {STATES[state].word}
            </span>
          </td>
          <td>{detail}</td>
        </tr>
      ))}
    </Table>
  );
}
