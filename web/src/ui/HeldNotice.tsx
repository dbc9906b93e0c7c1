import type { FileProblem } from '../api/types';
import { ProblemNotice } from './ProblemNotice';

interface HeldNoticeProps {
  readonly title: string;
  readonly problem: FileProblem;
}

/** Why the door keeps a file out: where, what is there, what should be, and how to mend it. */
export function HeldNotice({ title, problem }: HeldNoticeProps) {
  const { where, found, expected, mend } = problem;
  const place = { pointer: where, line: null, column: null };
  return (
    <ProblemNotice
      problem={{
        title,
        detail: mend,
        errors: [{ ...place, detail: `found ${found}; expected ${expected}` }],
      }}
    />
  );
}
