import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMay } from '../api/useSession';
import { Icon } from '../ui/Icon';
import { keepFocus } from '../ui/keepFocus';
import { useKeymap } from '../ui/useKeymap';
import { NewRunDialog } from './NewRunDialog';

/** Brings the next files to a reconciliation. */
export function NewRunButton({ rec }: { readonly rec: string }) {
  const [asked, setAsked] = useState(false);
  const mayRun = useMay('run:reconciliations');
  const mayUpload = useMay('upload:files');
  const may = mayRun && mayUpload;
  useKeymap({ 'g r': () => may && setAsked(true) });
  if (!may) return null;
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<Icon name="plus" size={14} />}
        title="New run (g r)"
        onMouseDown={keepFocus}
        onClick={() => setAsked(true)}
      >
        New run
      </Button>
      {asked && <NewRunDialog rec={rec} onClose={() => setAsked(false)} />}
    </>
  );
}
