import { newKey } from './key';
import { ProblemError, problemFrom } from './problem';
import type { StoredFile } from './types';

export interface Upload {
  readonly done: Promise<StoredFile>;
  readonly cancel: () => void;
}

/** Streams one file as it is; XMLHttpRequest because fetch does not tell how far an upload is. */
export function uploadFile(file: File, onProgress: (sentBytes: number) => void): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<StoredFile>((resolve, reject) => {
    request.open('POST', `/api/v1/files?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Idempotency-Key', newKey());
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        resolve(JSON.parse(request.responseText) as StoredFile);
      } else {
        reject(new ProblemError(problemFrom(request.responseText, request.status)));
      }
    };
    request.onerror = () => reject(ProblemError.unreachable());
    request.onabort = () => reject(new DOMException('The upload was cancelled', 'AbortError'));
    request.send(file);
  });
  return { done, cancel: () => request.abort() };
}
