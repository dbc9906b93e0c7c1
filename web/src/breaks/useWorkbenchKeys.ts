import { useNavigate } from '@tanstack/react-router';
import { useMayStart } from '../api/useSession';
import { useKeymap } from '../ui/useKeymap';
import type { WorkbenchState } from './useWorkbench';

type Pane = 'facets' | 'compare' | 'history';

interface WorkbenchKeys {
  readonly bench: WorkbenchState;
  readonly panes: Readonly<Record<Pane, boolean>>;
  readonly toggle: (pane: Pane) => void;
}

const PAGE_STEP = 15;
const FAR = 1_000_000_000;

/** The keys of the break list; they never change between versions. */
export function useWorkbenchKeys({ bench, panes, toggle }: WorkbenchKeys): void {
  const navigate = useNavigate();
  const mayStart = useMayStart();
  const candidates = Object.fromEntries(
    [1, 2, 3, 4, 5].map((rank) => [String(rank), () => bench.choose(rank)]),
  );
  useKeymap({
    j: () => bench.move(1),
    k: () => bench.move(-1),
    ArrowDown: () => bench.move(1),
    ArrowUp: () => bench.move(-1),
    PageDown: () => bench.move(PAGE_STEP),
    PageUp: () => bench.move(-PAGE_STEP),
    Home: () => bench.move(-FAR),
    End: () => bench.move(FAR),
    ...candidates,
    Enter: bench.accept,
    Space: bench.toggleTray,
    m: bench.matchTray,
    u: bench.unmatch,
    c: bench.startCommenting,
    r: bench.refresh,
    f: () => toggle('facets'),
    '[': () => panes.compare && toggle('compare'),
    ']': () => !panes.compare && toggle('compare'),
    h: () => toggle('history'),
    '/': () => document.getElementById('break-search')?.focus(),
    ...(bench.mayDecide && { 'Ctrl+z': () => void bench.undoLast() }),
    ...(mayStart && { n: () => void navigate({ to: '/new' }) }),
  });
}
