import { authorizedFetch } from './authorized';
import { newKey } from './key';
import { ProblemError, toProblem } from './problem';

/** Sends a small file as it is, where no progress is to be shown, and gives what was answered. */
export async function deliverFile<T>(path: string, file: File): Promise<T> {
  const address = new URL(path, window.location.origin);
  address.searchParams.set('name', file.name);
  const headers = { 'Content-Type': 'application/octet-stream', 'Idempotency-Key': newKey() };
  const request = new Request(address, { method: 'POST', headers, body: file });
  const response = await authorizedFetch(request).catch((thrown: unknown) => {
    throw thrown instanceof ProblemError ? thrown : ProblemError.unreachable();
  });
  if (!response.ok) throw new ProblemError(await toProblem(response));
  return (await response.json()) as T;
}
