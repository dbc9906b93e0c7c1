import type { Side } from '../api/types';

/** The two files of a draft; one may still be missing. */
export interface FilePair {
  readonly left: File | null;
  readonly right: File | null;
}

/** One column changed or dropped by hand, on top of what was inferred. */
export interface FieldEdit {
  readonly field: string;
  readonly side: Side | 'both';
  /** null drops the field. */
  readonly column: string | null;
}

/** What the person chose so far; everything else follows from the files. */
export interface Draft {
  readonly files: FilePair;
  readonly name: string | null;
  readonly answers: Readonly<Record<string, string>>;
  readonly edits: readonly FieldEdit[];
  /** The rule set as edited by hand, which then stands above answers and edits. */
  readonly text: string | null;
}

export const EMPTY_DRAFT: Draft = {
  files: { left: null, right: null },
  name: null,
  answers: {},
  edits: [],
  text: null,
};

/** Dropped files fill the empty side first; a third one replaces the right one. */
export function addFiles(pair: FilePair, dropped: readonly File[]): FilePair {
  return dropped.reduce<FilePair>(
    ({ left, right }, file) => (left ? { left, right: file } : { left: file, right }),
    pair,
  );
}

/** Other files ask other questions: choices made for the old ones go. */
export function withFiles(draft: Draft, files: FilePair): Draft {
  return { ...EMPTY_DRAFT, name: draft.name, files };
}

/** `bank_oct.csv` and `ledger.csv` give `bank_oct vs ledger`. */
export function nameFor({ left, right }: FilePair): string {
  const stem = (file: File | null) => file?.name.replace(/\.[^.]{1,5}$/, '') ?? '';
  return `${stem(left)} vs ${stem(right)}`;
}
