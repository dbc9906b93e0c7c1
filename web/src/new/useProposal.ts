import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, client } from '../api/client';
import type { Proposal } from '../api/types';
import type { Draft, FilePair } from './draft';
import { applyEdits } from './rulesEdit';

/** What a preview reads of each file, however long the file is. */
const SLICE_BYTES = 256 * 1024;

interface Asked {
  readonly answers: Readonly<Record<string, string>>;
  readonly rules: string | null;
}

async function fetchPreview({ left, right }: FilePair, asked: Asked): Promise<Proposal> {
  const form = new FormData();
  for (const [side, file] of [
    ['left', left],
    ['right', right],
  ] as const) {
    if (!file) throw new Error('A preview needs two files');
    form.append(side, file.slice(0, SLICE_BYTES), file.name);
    form.append(`${side}Name`, file.name);
    form.append(`${side}Bytes`, String(file.size));
  }
  form.append('answers', JSON.stringify(asked.answers));
  if (asked.rules !== null) form.append('rules', asked.rules);
  return answerOf(
    client.POST('/api/v1/previews', {
      body: form as never,
      bodySerializer: (body) => body as unknown as FormData,
    }),
  );
}

function fingerprint(file: File | null): string {
  return file ? `${file.name} ${file.size} ${file.lastModified}` : '';
}

function usePreview(files: FilePair, asked: Asked, enabled: boolean) {
  return useQuery({
    queryKey: ['preview', fingerprint(files.left), fingerprint(files.right), asked],
    queryFn: () => fetchPreview(files, asked),
    enabled: enabled && files.left !== null && files.right !== null,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/**
 * What is inferred from the two files, then what follows from the changes made by hand: the
 * second question is only asked when there are such changes.
 */
export function useProposal({ files, answers, edits, text }: Draft) {
  const inferred = usePreview(files, { answers, rules: null }, true);
  const base = inferred.data?.rules ?? '';
  const rules = text ?? applyEdits(base, edits);
  const changed = inferred.data !== undefined && rules !== base;
  const corrected = usePreview(files, { answers, rules }, changed);
  const shown = changed ? (corrected.data ?? inferred.data) : inferred.data;
  return {
    proposal: shown,
    rules,
    error: inferred.error ?? (changed ? corrected.error : null),
    isWorking: inferred.isFetching || (changed && corrected.isFetching),
    retry: () => void inferred.refetch(),
  };
}
