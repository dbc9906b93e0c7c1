import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { isKept } from '../src/app/useReset';

test('a list that is worked down stays as it was read; everything else is read again', () => {
  const client = new QueryClient();
  const shown = (key: string, staleTime: number) =>
    new QueryObserver(client, {
      queryKey: [key],
      queryFn: () => key,
      staleTime,
      enabled: false,
    }).subscribe(() => undefined);
  const ends = [shown('break-rows', Number.POSITIVE_INFINITY), shown('approvals', 5_000)];
  client.setQueryData(['break-rows of another filter'], 'read before');
  const again = client.getQueryCache().findAll({ predicate: (query) => !isKept(query) });
  expect(again.map(({ queryKey }) => queryKey[0])).toEqual([
    'approvals',
    'break-rows of another filter',
  ]);
  for (const end of ends) end();
});
