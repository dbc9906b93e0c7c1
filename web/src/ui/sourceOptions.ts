import { api } from '../api/client';

const SOURCES_MAX = 200;

/** Every source to choose from, and none. */
export function useSourceOptions(): (readonly [value: string, label: string])[] {
  const { data } = api.useQuery('get', '/api/v1/sources', {
    params: { query: { limit: SOURCES_MAX } },
  });
  return [['', 'none'], ...(data?.items ?? []).map(({ id, name }) => [id, name] as const)];
}
