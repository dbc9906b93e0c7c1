import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, client } from '../api/client';
import { useMe } from '../api/useSession';
import { CheckList } from '../ui/CheckList';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';
import { Secret } from '../ui/Secret';
import { SelectField } from '../ui/SelectField';

const DAY_MILLIS = 86_400_000;
const LIVES = [
  ['30', '30 days'],
  ['90', '90 days'],
  ['365', 'a year'],
  ['', 'Never: until it is revoked'],
] as const;
const FIELDS = { '#/name': 'Name', '#/scopes': 'Scopes', '#/endsAt': 'Ends' };

/** A name, what it may, and its end; the key itself is shown once. */
export function NewApiKey({ onClose }: { readonly onClose: () => void }) {
  const queryClient = useQueryClient();
  const { permissions } = useMe();
  const roles = api.useQuery('get', '/api/v1/roles');
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const [scopes, setScopes] = useState<string[]>([]);
  const make = useMutation({
    mutationFn: () => {
      const endsAt = days === '' ? null : new Date(Date.now() + Number(days) * DAY_MILLIS);
      const body = { name, scopes, endsAt: endsAt?.toISOString() ?? null };
      return answerOf(client.POST('/api/v1/api-keys', { body }));
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['api-keys'] }),
  });
  if (make.data) {
    return (
      <Dialog title={`The key ${name}`} onClose={onClose}>
        <p>
          Send it as <code className="mono">Authorization: Bearer …</code>.{' '}
          <strong>It is not shown again.</strong>
        </p>
        <Secret label="Key" text={make.data.key} />
        <div>
          <Button size="sm" onClick={onClose}>
            I have kept it
          </Button>
        </div>
      </Dialog>
    );
  }
  const mine = (roles.data?.permissions ?? []).filter((each) => permissions.includes(each.name));
  return (
    <Dialog title="New key" onClose={onClose}>
      <Form
        verb="Make the key"
        onSubmit={() => make.mutate()}
        isPending={make.isPending}
        error={make.error ?? roles.error}
        fields={FIELDS}
        disabled={scopes.length === 0}
        onCancel={onClose}
      >
        <Field
          label="Name"
          required
          maxLength={100}
          data-autofocus
          value={name}
          onText={setName}
          hint="Of the program that will have it."
        />
        <SelectField label="Ends" value={days} options={LIVES} onValue={setDays} />
        <CheckList
          legend="Scopes: what it may do, of what you may"
          options={mine.map((each) => ({ value: each.name, label: each.about }))}
          chosen={scopes}
          onChosen={setScopes}
        />
      </Form>
    </Dialog>
  );
}
