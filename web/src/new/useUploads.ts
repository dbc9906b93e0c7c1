import { useCallback, useEffect, useRef, useState } from 'react';
import type { Side, StoredFile } from '../api/types';
import { type Upload, uploadFile } from '../api/upload';
import type { FilePair } from './draft';
import { storedAs } from './storedFile';

/** How far one file is; `error` holds what stopped it. */
export interface UploadState {
  readonly sentBytes: number;
  readonly stored: StoredFile | null;
  readonly error: unknown;
  readonly retry: () => void;
}

/** Does the door keep the file out, as long as nothing of it is chosen? */
export function isHeld({ stored }: UploadState): boolean {
  return stored?.door.state === 'held';
}

type Progress = Omit<UploadState, 'retry'>;

const WAITING: Progress = { sentBytes: 0, stored: null, error: null };

/** Streams both files behind the preview; `finished` waits for the two of them. */
export function useUploads(files: FilePair) {
  const left = useUpload(files.left);
  const right = useUpload(files.right);
  return {
    left: left.state,
    right: right.state,
    finished: async (): Promise<Record<Side, StoredFile>> => {
      const [leftFile, rightFile] = await Promise.all([left.done(), right.done()]);
      return { left: leftFile, right: rightFile };
    },
  };
}

/** What stands for a file on the server is there already. */
function begun(file: File, onProgress: (sentBytes: number) => void): Upload {
  const stored = storedAs(file);
  if (!stored) return uploadFile(file, onProgress);
  return { done: Promise.resolve(stored), cancel: () => undefined };
}

function useUpload(file: File | null) {
  const [state, setState] = useState(WAITING);
  const upload = useRef<Upload | null>(null);
  const begin = useCallback((wanted: File) => {
    const started = begun(wanted, (sentBytes) => tell({ ...WAITING, sentBytes }));
    const tell = (next: Progress) => upload.current === started && setState(next);
    upload.current = started;
    setState(WAITING);
    started.done.then(
      (stored) => tell({ sentBytes: wanted.size, stored, error: null }),
      (error: unknown) => tell({ ...WAITING, error }),
    );
  }, []);
  useEffect(() => {
    setState(WAITING);
    if (!file) return;
    begin(file);
    return () => {
      upload.current?.cancel();
      upload.current = null;
    };
  }, [file, begin]);
  return {
    state: { ...state, retry: () => file && begin(file) },
    done: async () => {
      if (!upload.current) throw new Error('There is no file to wait for');
      return upload.current.done;
    },
  };
}
