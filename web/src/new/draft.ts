import type { FileChoices, Side } from '../api/types';

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
  /** What is taken of a file that holds several tables. */
  readonly choices: Readonly<Record<Side, FileChoices>>;
  readonly answers: Readonly<Record<string, string>>;
  readonly edits: readonly FieldEdit[];
  /** The rule set as edited by hand, which then stands above answers and edits. */
  readonly text: string | null;
}

export const EMPTY_DRAFT: Draft = {
  files: { left: null, right: null },
  name: null,
  choices: { left: {}, right: {} },
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

/** Other files ask other questions, so answers go; a file that stays keeps its choices. */
export function withFiles(draft: Draft, files: FilePair): Draft {
  const chosen = (file: File | null): FileChoices => {
    if (file === null) return {};
    if (file === draft.files.left) return draft.choices.left;
    return file === draft.files.right ? draft.choices.right : {};
  };
  const choices = { left: chosen(files.left), right: chosen(files.right) };
  return { ...EMPTY_DRAFT, name: draft.name, files, choices };
}

/** Another table has other columns: what was said of the old one goes. */
export function withChoices(draft: Draft, side: Side, chosen: FileChoices): Draft {
  const choices = { ...draft.choices, [side]: chosen };
  return { ...EMPTY_DRAFT, name: draft.name, files: draft.files, choices };
}

/** `bank_oct.csv` and `ledger.csv` give `bank_oct vs ledger`. */
export function nameFor({ left, right }: FilePair): string {
  const stem = (file: File | null) => file?.name.replace(/\.[^.]{1,5}$/, '') ?? '';
  return `${stem(left)} vs ${stem(right)}`;
}
