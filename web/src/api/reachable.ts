import { ProblemError } from './problem';

/** Does the server answer at all? */
export async function isReachable(): Promise<boolean> {
  return fetch('/', { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/**
 * A part of the page that is loaded when it is needed. A server that does not answer is a problem
 * to be told; one that answers has another version, and then the page is loaded again.
 */
export async function loaded<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (failure) {
    if (await isReachable()) throw failure;
    throw ProblemError.unreachable();
  }
}
