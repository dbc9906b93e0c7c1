import { answerOf, client } from '../api/client';
import { useAll } from '../api/useAll';

const PATH = '/api/v1/sources';

/** Every source to choose from, and none. */
export function useSourceOptions(): (readonly [value: string, label: string])[] {
  const { data = [] } = useAll([PATH], (query) =>
    answerOf(client.GET(PATH, { params: { query } })),
  );
  return [['', 'none'], ...data.map(({ id, name }) => [id, name] as const)];
}
