import { asProblem } from '../api/problem';
import { ProblemNotice } from './ProblemNotice';

interface FormProblemProps {
  readonly error: unknown;
  /** How the fields of the body are called on the page: `#/password` is “Password”. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** Why a form was refused, in the words of the form. */
export function FormProblem({ error, fields = {} }: FormProblemProps) {
  if (!error) return null;
  const problem = asProblem(error);
  const errors = problem.errors.map((each) => ({
    ...each,
    pointer: fields[each.pointer ?? ''] ?? each.pointer,
  }));
  return <ProblemNotice problem={{ ...problem, errors }} />;
}
