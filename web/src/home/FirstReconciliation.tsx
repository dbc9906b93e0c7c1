import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { DropZone } from '../ui/DropZone';
import { handOver } from '../ui/handover';
import { Page } from '../ui/Page';
import { FORMATS_HINT } from '../ui/vocabulary';

/** Home before there is anything: what this is for, and the two ways in. */
export function FirstReconciliation() {
  const navigate = useNavigate();
  return (
    <Page
      title="Two files in, explained breaks out"
      lead="Drop what two systems say about the same money: see what agrees, what not, and why."
    >
      <DropZone
        label="Drop two files to compare"
        hint={`${FORMATS_HINT} Nothing to set up first.`}
        multiple
        onFiles={(files) => {
          handOver(files);
          void navigate({ to: '/new' });
        }}
      >
        <Button
          size="xs"
          variant="default"
          h={32}
          renderRoot={(props) => <Link to="/new" search={{ sample: 'yes' }} {...props} />}
        >
          Try the sample
        </Button>
      </DropZone>
      <p className="muted">
        The sample is a ledger and a bank statement of about 2,000 lines each, with every kind of
        break in it.
      </p>
    </Page>
  );
}
