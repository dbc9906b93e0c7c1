import { session } from './session';

/**
 * Sends a request as the person who is signed in. When the server refuses the token, the request is
 * sent again with the next one, if need be after somebody has signed in again: what was asked for
 * is done, and nothing that was written is lost.
 */
export async function authorizedFetch(request: Request): Promise<Response> {
  const again = request.clone();
  const token = await session.bearer();
  const first = await sendAs(request, token);
  return first.status === 401 ? sendAs(again, await session.bearerAfter(token)) : first;
}

function sendAs(request: Request, token: string): Promise<Response> {
  request.headers.set('Authorization', `Bearer ${token}`);
  return fetch(request);
}
