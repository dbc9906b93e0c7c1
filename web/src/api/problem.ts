import type { Problem } from './types';

/** What an RFC 9457 answer says; pages show it with ProblemNotice. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
  }

  static unreachable(): ProblemError {
    return noAnswer(
      'Nothing was changed. Check that the server runs and is reachable, then retry.',
    );
  }

  /** A change was sent, and nobody knows whether it came to the server. */
  static unanswered(again: 'done-once' | 'done-again'): ProblemError {
    const known =
      'It is not known whether this was done. Check that the server runs and is reachable';
    const then = {
      'done-once': 'then try again: it is done only once.',
      'done-again': 'then look whether it was done before you try again.',
    };
    return noAnswer(`${known}, ${then[again]}`);
  }

  static signedOut(): ProblemError {
    return new ProblemError({
      type: '/problems/not-signed-in',
      title: 'Nobody is signed in',
      status: 401,
      detail: 'Nothing was changed. Sign in, then try again.',
      errors: [],
      conflict: null,
      traceId: '',
    });
  }
}

function noAnswer(detail: string): ProblemError {
  return new ProblemError({
    type: '/problems/unreachable',
    title: 'The server does not answer',
    status: 0,
    detail,
    errors: [],
    conflict: null,
    traceId: '',
  });
}

export async function toProblem(response: Response): Promise<Problem> {
  const text = await response.text();
  return problemFrom(text, response.status);
}

/** Reads a problem body; an answer in another shape is still told, with its status. */
export function problemFrom(text: string, status: number): Problem {
  const said = parse(text);
  return {
    type: said?.type ?? '/problems/unexpected-answer',
    title: said?.title ?? `The server answered ${status}`,
    status,
    detail: said?.detail ?? 'Retry; if it stays, look into the log of the server.',
    errors: said?.errors ?? [],
    conflict: said?.conflict ?? null,
    traceId: said?.traceId ?? '',
  };
}

function parse(text: string): Partial<Problem> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Partial<Problem>) : null;
  } catch {
    return null;
  }
}

/** Whatever was thrown, as a problem; a fault of our own is named as one. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof ProblemError) return thrown.problem;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return {
    type: '/problems/page-fault',
    title: 'This page made a mistake',
    status: 0,
    detail: `${message}. Nothing was changed on the server; reload the page.`,
    errors: [],
    conflict: null,
    traceId: '',
  };
}
