import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, client } from '../api/client';
import { ProblemError } from '../api/problem';
import type { Proposal, Side, StoredFile } from '../api/types';
import type { Draft, FilePair } from './draft';
import { applyEdits } from './rulesEdit';
import { storedAs } from './storedFile';

/** What a preview reads of each file, however long the file is. */
const SLICE_BYTES = 256 * 1024;

/** Both files once they are uploaded, null before. */
export type StoredPair = Readonly<Record<Side, StoredFile>> | null;

type Choices = Draft['choices'];

interface Asked {
  readonly answers: Readonly<Record<string, string>>;
  readonly rules: string | null;
  readonly choices: Choices;
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

function fetchProposal(stored: StoredPair, { answers, rules, choices }: Asked): Promise<Proposal> {
  if (!stored) throw new Error('A proposal over whole files needs them uploaded');
  const files = { leftFile: stored.left.id, rightFile: stored.right.id };
  const chosen = { leftChoices: choices.left, rightChoices: choices.right };
  const body = { ...files, ...chosen, answers, ...(rules === null ? {} : { rules }) };
  return answerOf(client.POST('/api/v1/proposals', { body }));
}

function fingerprint(file: File | null): string {
  return file ? `${file.name} ${file.size} ${file.lastModified}` : '';
}

const ONCE = {
  placeholderData: keepPreviousData,
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
} as const;

/** Can the page read its first part? */
function isHere(file: File | null): boolean {
  return file !== null && storedAs(file) === undefined;
}

function usePreview(files: FilePair, asked: Asked, enabled: boolean) {
  return useQuery({
    queryKey: ['preview', fingerprint(files.left), fingerprint(files.right), asked],
    queryFn: () => fetchPreview(files, asked),
    enabled: enabled && isHere(files.left) && isHere(files.right),
    ...ONCE,
  });
}

function useWhole(stored: StoredPair, asked: Asked, enabled: boolean) {
  return useQuery({
    queryKey: ['proposal', stored?.left.id, stored?.right.id, asked],
    queryFn: () => fetchProposal(stored, asked),
    enabled: enabled && stored !== null,
    ...ONCE,
    // What was said of other files is no answer about these.
    placeholderData: (before, query) => (isAbout(stored, query?.queryKey) ? before : undefined),
  });
}

/** Only delimited text can be read by its first part; everything else by the whole file. */
function asksForUpload(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.type === '/problems/upload-first';
}

function errorOf(error: Error | null): Error | null {
  return asksForUpload(error) ? null : error;
}

function isAbout(stored: StoredPair, key: readonly unknown[] | undefined): boolean {
  return stored !== null && key?.[1] === stored.left.id && key[2] === stored.right.id;
}

/**
 * What is inferred from the first part of the two files, where both are delimited text, then, as
 * soon as they are uploaded, from the whole files; and what follows from the changes made by hand,
 * when there are any.
 */
export function useProposal(draft: Draft, stored: StoredPair) {
  const { files, choices, answers, edits, text } = draft;
  const heads = usePreview(files, { answers, rules: null, choices }, true);
  const whole = useWhole(stored, { answers, rules: null, choices }, true);
  const mustWait = asksForUpload(heads.error);
  const inferred = stored && (whole.data || mustWait) ? whole : heads;
  const base = inferred.data?.rules ?? '';
  const rules = text ?? applyEdits(base, edits);
  const changed = inferred.data !== undefined && rules !== base;
  const correctedHeads = usePreview(files, { answers, rules, choices }, changed && !stored);
  const correctedWhole = useWhole(stored, { answers, rules, choices }, changed);
  const corrected = stored ? correctedWhole : correctedHeads;
  const shown = changed ? (corrected.data ?? inferred.data) : inferred.data;
  return {
    proposal: shown,
    rules,
    isWhole: inferred === whole,
    error: errorOf(inferred.error) ?? (changed ? corrected.error : null),
    isWorking: heads.isFetching || whole.isPlaceholderData || (changed && corrected.isFetching),
    retry: () => void inferred.refetch(),
  };
}
