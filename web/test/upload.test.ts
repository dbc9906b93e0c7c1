import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { uploadFile } from '../src/api/upload';
import { SignedInServer } from './signedInServer';
import { FakeUpload } from './uploads';

beforeEach(() => {
  new SignedInServer();
  FakeUpload.begun.length = 0;
  vi.stubGlobal('XMLHttpRequest', FakeUpload);
});
afterEach(() => vi.unstubAllGlobals());

/** Uploads a file, once it goes up ends it so, and gives the key that it was sent with. */
async function upload(file: File, end: (begun: FakeUpload) => void) {
  const before = FakeUpload.begun.length;
  const { done } = uploadFile(file, () => undefined);
  const ended = done.then(
    () => 'done',
    (thrown: unknown) => String(thrown),
  );
  const begun = await vi.waitFor(() => {
    const next = FakeUpload.begun[before];
    if (!next) throw new Error('It is not under way');
    return next;
  });
  end(begun);
  return { said: await ended, key: begun.headers.get('Idempotency-Key') };
}

const breakOff = (begun: FakeUpload) => begun.breakOff();
const succeed = (begun: FakeUpload) => begun.answer(201, { id: 'file' });

test('an upload without an answer is sent again with its key, and then with another', async () => {
  const file = new File(['a'], 'ledger.csv', { lastModified: 1 });
  const lost = await upload(file, breakOff);
  const full = await upload(file, (begun) => begun.answer(507, { detail: 'No space' }));
  const again = await upload(file, succeed);
  const later = await upload(file, succeed);

  expect(lost.said).toMatch(/not known whether this was done.* it is done only once/);
  expect(full.said).toMatch(/No space/);
  expect(again.said).toBe('done');
  expect([full.key, again.key]).toEqual([lost.key, lost.key]);
  expect(later.key).not.toBe(lost.key);
});

test('another file, and the same one after it was changed, have other keys', async () => {
  const lost = await upload(new File(['a'], 'bank.csv', { lastModified: 1 }), breakOff);
  const changed = await upload(new File(['b'], 'bank.csv', { lastModified: 2 }), breakOff);
  const other = await upload(new File(['a'], 'other.csv', { lastModified: 1 }), breakOff);

  expect(new Set([lost.key, changed.key, other.key]).size).toBe(3);
});
