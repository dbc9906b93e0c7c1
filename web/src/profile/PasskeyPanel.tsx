import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { hasPasskeys } from '../access/passkey';
import { readMe } from '../access/totp';
import { api } from '../api/client';
import { asProblem } from '../api/problem';
import { Panel } from '../ui/Panel';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { Table } from '../ui/Table';
import { AddPasskey } from './AddPasskey';
import { PasskeyRow } from './PasskeyRow';

const PASSKEYS = ['get', '/api/v1/me/passkeys'] as const;

/** My passkeys: each signs in by itself, and stands for the second factor. */
export function PasskeyPanel() {
  const { data, error, isPending, refetch } = api.useQuery(...PASSKEYS);
  const queryClient = useQueryClient();
  const [adding, setAdding] = useState(false);
  async function changed() {
    await queryClient.invalidateQueries({ queryKey: PASSKEYS });
    await readMe();
  }
  return (
    <Panel
      title="Passkeys"
      flush
      aside={
        hasPasskeys() && (
          <Button size="compact-sm" onClick={() => setAdding(true)}>
            Add a passkey
          </Button>
        )
      }
    >
      {isPending && <Skeleton label="your passkeys" lines={2} />}
      {error && <ProblemNotice problem={asProblem(error)} onRetry={() => void refetch()} />}
      {data && (
        <Table caption="Passkeys, in the order in which they came" head={['Name', 'Used', '']}>
          {data.items.length === 0 && (
            <tr>
              <td colSpan={3} className="muted">
                None yet. A passkey signs you in by the finger, face or code of your device, and no
                other page can ask for it.
              </td>
            </tr>
          )}
          {data.items.map((each) => (
            <PasskeyRow key={each.id} passkey={each} onChange={() => void changed()} />
          ))}
        </Table>
      )}
      {adding && <AddPasskey onClose={() => setAdding(false)} onAdded={() => void changed()} />}
    </Panel>
  );
}
