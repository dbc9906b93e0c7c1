import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, client } from '../api/client';
import type { ApiKey } from '../api/types';
import { Badge } from '../ui/Badge';
import { FormProblem } from '../ui/FormProblem';
import { formatAgo, formatInstant } from '../ui/format';
import css from './PersonRow.module.css';

/** One key: what it may, when it was used, and its end. */
export function ApiKeyRow({ apiKey }: { readonly apiKey: ApiKey }) {
  const { id, name, scopes, by, usedAt, revokedAt, createdAt } = apiKey;
  const queryClient = useQueryClient();
  const revoke = useMutation({
    mutationFn: () =>
      answerOf(client.POST('/api/v1/api-keys/{keyId}/revoke', { params: { path: { keyId: id } } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['api-keys'] }),
  });
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label="Scopes">
        <span className={css.roles}>
          {scopes.map((scope) => (
            <Badge key={scope}>{scope}</Badge>
          ))}
        </span>
      </td>
      <td data-label="Made by" title={formatInstant(createdAt)}>
        {by.name}
      </td>
      <td data-label="Used" className="muted">
        {usedAt ? formatAgo(usedAt, Date.now()) : 'never'}
      </td>
      <td data-label="Ends">
        <KeyEnd apiKey={apiKey} />
      </td>
      <td className="num">
        {revokedAt === null && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Revoke ${name}`}
            loading={revoke.isPending}
            onClick={() => revoke.mutate()}
          >
            Revoke
          </Button>
        )}
        <FormProblem error={revoke.error} />
      </td>
    </tr>
  );
}

function KeyEnd({ apiKey: { revokedAt, endsAt } }: { readonly apiKey: ApiKey }) {
  if (revokedAt !== null) {
    return (
      <span title={formatInstant(revokedAt)}>
        <Badge tone="bad">Revoked</Badge>
      </span>
    );
  }
  if (endsAt === null) return <Badge tone="wait">Never</Badge>;
  const over = Date.parse(endsAt) <= Date.now();
  return (
    <span title={formatInstant(endsAt)}>
      {over ? <Badge tone="bad">Expired</Badge> : formatAgo(endsAt, Date.now())}
    </span>
  );
}
