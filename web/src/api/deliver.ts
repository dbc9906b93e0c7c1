import { authorizedFetch } from './authorized';
import { requestKeys } from './key';
import { ProblemError, toProblem } from './problem';

/** Sends a small file as it is, where no progress is to be shown, and gives what was answered. */
export async function deliverFile<T>(path: string, file: File): Promise<T> {
  const address = new URL(path, window.location.origin);
  address.searchParams.set('name', file.name);
  const wanted = `${address}\n${file.size} ${file.lastModified}`;
  const key = requestKeys.take(wanted);
  const headers = { 'Content-Type': 'application/octet-stream', 'Idempotency-Key': key };
  const request = new Request(address, { method: 'POST', headers, body: file });
  try {
    const response = await authorizedFetch(request);
    if (!response.ok) throw new ProblemError(await toProblem(response));
    return (await response.json()) as T;
  } catch (thrown) {
    // The same file is delivered once, also where only the answer was lost.
    requestKeys.keep(wanted, key);
    throw thrown instanceof ProblemError ? thrown : ProblemError.unanswered('done-once');
  }
}
