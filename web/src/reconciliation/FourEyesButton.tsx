import { lazy, Suspense, useState } from 'react';
import type { Reconciliation } from '../api/types';
import { useMay } from '../api/useSession';
import { IconButton } from '../ui/IconButton';

const FourEyesDialog = lazy(() =>
  import('./FourEyesDialog').then((m) => ({ default: m.FourEyesDialog })),
);

/** Opens which decisions another person approves, for those who say so. */
export function FourEyesButton({ reconciliation }: { readonly reconciliation: Reconciliation }) {
  const [open, setOpen] = useState(false);
  if (!useMay('require:approvals')) return null;
  return (
    <>
      <IconButton
        label="Which decisions another person approves"
        icon="shield"
        onClick={() => setOpen(true)}
      />
      <Suspense>
        {open && <FourEyesDialog reconciliation={reconciliation} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}
