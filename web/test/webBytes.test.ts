import { expect, test } from 'vitest';
import { fromWebBytes, toWebBytes } from '../src/access/webBytes';

test('bytes of any number and value come back as they were', () => {
  for (let length = 0; length < 70; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 37 + 251) % 256);
    const text = toWebBytes(bytes.buffer);
    expect(text).toMatch(/^[A-Za-z0-9_-]*$/);
    expect(fromWebBytes(text)).toEqual(bytes);
  }
});
