import { downloadFile } from '../api/download';
import type { StoredFile } from '../api/types';

/** Files of which the server has the bytes and the page, since it was loaded again, has not. */
const stored = new WeakMap<File, StoredFile>();

/** A stand-in for a file that is on the server: its name and its size, without its bytes. */
export function standIn(of: StoredFile): File {
  const file = new File([], of.name);
  Object.defineProperty(file, 'size', { value: of.bytes });
  stored.set(file, of);
  return file;
}

/** What a stand-in stands for; nothing where the file itself is here. */
export function storedAs(file: File): StoredFile | undefined {
  return stored.get(file);
}

/** The file with its bytes, fetched from the server where the page has not got them. */
export async function withBytes(file: File): Promise<File> {
  const of = stored.get(file);
  if (!of) return file;
  const bytes = await downloadFile(`/api/v1/files/${of.id}/content`);
  return new File([bytes], of.name);
}
