import { requestKeys } from './key';
import { ProblemError, problemFrom } from './problem';
import { session } from './session';
import type { StoredFile } from './types';

export interface Upload {
  readonly done: Promise<StoredFile>;
  readonly cancel: () => void;
}

interface Sending {
  readonly file: File;
  readonly key: string;
  readonly stopped: AbortSignal;
  readonly onProgress: (sentBytes: number) => void;
}

/** Streams one file as it is; after a refused token it is sent again with the next one. */
export function uploadFile(file: File, onProgress: (sentBytes: number) => void): Upload {
  const stop = new AbortController();
  const wanted = `POST ${pathOf(file)}\n${file.size} ${file.lastModified}`;
  const key = requestKeys.take(wanted);
  const done = send({ file, key, stopped: stop.signal, onProgress }).catch((thrown: unknown) => {
    // The same file is kept once, also where only the answer was lost.
    requestKeys.keep(wanted, key);
    throw thrown;
  });
  return { done, cancel: () => stop.abort() };
}

function pathOf(file: File): string {
  return `/api/v1/files?name=${encodeURIComponent(file.name)}`;
}

/**
 * Streams files that are wanted together. When one fails or `stop` says so, none goes on: half of
 * them would be kept for nothing.
 */
export async function uploadTogether<Files extends readonly (File | null)[]>(
  files: Files,
  stop: AbortSignal,
): Promise<{ [At in keyof Files]: StoredFile | null }> {
  stop.throwIfAborted();
  const uploads = files.map((file) => file && uploadFile(file, () => undefined));
  const cancel = () => {
    for (const upload of uploads) upload?.cancel();
  };
  stop.addEventListener('abort', cancel);
  try {
    const stored = await Promise.all(uploads.map((upload) => upload?.done ?? null));
    return stored as { [At in keyof Files]: StoredFile | null };
  } catch (failure) {
    cancel();
    throw failure;
  } finally {
    stop.removeEventListener('abort', cancel);
  }
}

async function send(sending: Sending): Promise<StoredFile> {
  const token = await session.bearer();
  let answer = await sendOnce(sending, token);
  if (answer.status === 401) answer = await sendOnce(sending, await session.bearerAfter(token));
  if (answer.status >= 200 && answer.status < 300) return JSON.parse(answer.text) as StoredFile;
  throw new ProblemError(problemFrom(answer.text, answer.status));
}

/** XMLHttpRequest because fetch does not tell how far an upload is. */
function sendOnce(sending: Sending, token: string): Promise<{ status: number; text: string }> {
  const { file, key, stopped, onProgress } = sending;
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    const cancel = () => request.abort();
    stopped.throwIfAborted();
    stopped.addEventListener('abort', cancel);
    request.open('POST', pathOf(file));
    request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Idempotency-Key', key);
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(ProblemError.unanswered('done-once'));
    request.onabort = () => reject(new DOMException('The upload was cancelled', 'AbortError'));
    request.onloadend = () => stopped.removeEventListener('abort', cancel);
    request.send(file);
  });
}
