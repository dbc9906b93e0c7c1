import type { Reconciliation } from '../api/types';
import { formatCount } from '../ui/format';

/** The one verb of a reconciliation, and where it leads. */
export type NextStep =
  | { readonly to: 'run'; readonly runId: string; readonly label: string }
  | { readonly to: 'breaks'; readonly label: string }
  | { readonly to: 'new'; readonly label: string };

export function nextStep({ lastRun, resultRun }: Reconciliation, mayDecide: boolean): NextStep {
  if (lastRun?.status === 'queued' || lastRun?.status === 'running') {
    return { to: 'run', runId: lastRun.id, label: `Watch run ${lastRun.number}` };
  }
  if (lastRun?.status === 'failed' || lastRun?.status === 'held') {
    return { to: 'run', runId: lastRun.id, label: `See why run ${lastRun.number} stopped` };
  }
  if (!resultRun) return { to: 'new', label: 'Run it' };
  if (resultRun.openBreaks > 0) {
    const verb = mayDecide ? 'Work' : 'Look at';
    return { to: 'breaks', label: `${verb} ${formatCount(resultRun.openBreaks)}` };
  }
  return { to: 'run', runId: resultRun.runId, label: 'All clear' };
}
