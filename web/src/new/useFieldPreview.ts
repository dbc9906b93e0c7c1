import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, client } from '../api/client';
import type { FieldPreview, Side } from '../api/types';

interface Asked {
  readonly file: string;
  readonly side: Side;
  readonly field: string;
  readonly rules: string;
}

const TYPING_MILLIS = 250;

/** One field before and after, a moment after the rules were last typed in. */
export function useFieldPreview(now: Asked): {
  readonly preview: FieldPreview | undefined;
  readonly error: unknown;
  /** What is shown is about rules that were typed before. */
  readonly isBehind: boolean;
} {
  const [rules] = useDebouncedValue(now.rules, TYPING_MILLIS);
  const body = { ...now, rules };
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['field-preview', body],
    queryFn: ({ signal }) => answerOf(client.POST('/api/v1/field-previews', { body, signal })),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return { preview: data, error, isBehind: isPlaceholderData || rules !== now.rules };
}
