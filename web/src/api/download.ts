import { authorizedFetch } from './authorized';
import { ProblemError, toProblem } from './problem';

/** How much of a file is here, and of how many bytes where that is known. */
export interface Arrived {
  readonly bytes: number;
  readonly of: number | null;
}

/** Fetches a file as the person who is signed in: a plain link would come without the token. */
export async function downloadFile(
  path: string,
  onArrived: (arrived: Arrived) => void = () => {},
): Promise<Blob> {
  const request = new Request(new URL(path, window.location.origin));
  const response = await authorizedFetch(request).catch(asUnreachable);
  if (!response.ok) throw new ProblemError(await toProblem(response));
  return counted(response, onArrived).blob().catch(asUnreachable);
}

/** A connection that breaks off has no other words of its own. */
function asUnreachable(thrown: unknown): never {
  throw thrown instanceof ProblemError ? thrown : ProblemError.unreachable();
}

/** The same response, which tells on its way how much of it has come. */
function counted(response: Response, onArrived: (arrived: Arrived) => void): Response {
  const { body, headers } = response;
  if (body === null) return response;
  const length = headers.has('Content-Encoding') ? null : headers.get('Content-Length');
  const of = length === null ? null : Number(length);
  let bytes = 0;
  const counting = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(part, next) {
      bytes += part.byteLength;
      onArrived({ bytes, of });
      next.enqueue(part);
    },
  });
  return new Response(body.pipeThrough(counting), { headers });
}
