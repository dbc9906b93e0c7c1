import { lazy, Suspense, useState } from 'react';
import { useMay } from '../api/useSession';
import { IconButton } from '../ui/IconButton';

const MembersDialog = lazy(() =>
  import('./MembersDialog').then((m) => ({ default: m.MembersDialog })),
);

/** Opens who sees a reconciliation, for those who say so. */
export function MembersButton({ rec }: { readonly rec: string }) {
  const [open, setOpen] = useState(false);
  const mayChange = useMay('write:members');
  const mayRead = useMay('read:people');
  if (!mayChange || !mayRead) return null;
  return (
    <>
      <IconButton
        label="Who sees this reconciliation"
        icon="people"
        onClick={() => setOpen(true)}
      />
      <Suspense>{open && <MembersDialog rec={rec} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
