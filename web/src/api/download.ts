import { authorizedFetch } from './authorized';
import { ProblemError, toProblem } from './problem';

/** Fetches a file as the person who is signed in: a plain link would come without the token. */
export async function downloadFile(path: string): Promise<Blob> {
  const request = new Request(new URL(path, window.location.origin));
  const response = await authorizedFetch(request).catch((thrown: unknown) => {
    throw thrown instanceof ProblemError ? thrown : ProblemError.unreachable();
  });
  if (!response.ok) throw new ProblemError(await toProblem(response));
  return response.blob();
}
