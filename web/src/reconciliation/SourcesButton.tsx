import { lazy, Suspense, useState } from 'react';
import type { Reconciliation } from '../api/types';
import { useMay } from '../api/useSession';
import { IconButton } from '../ui/IconButton';

const SourcesDialog = lazy(() =>
  import('./SourcesDialog').then((m) => ({ default: m.SourcesDialog })),
);

/** Opens where the sides come from, for those who may say so or run. */
export function SourcesButton({ reconciliation }: { readonly reconciliation: Reconciliation }) {
  const [open, setOpen] = useState(false);
  const mayChange = useMay('write:reconciliations');
  const mayRun = useMay('run:reconciliations');
  if (!mayChange && !mayRun) return null;
  return (
    <>
      <IconButton label="Where its sides come from" icon="download" onClick={() => setOpen(true)} />
      <Suspense>
        {open && <SourcesDialog reconciliation={reconciliation} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}
