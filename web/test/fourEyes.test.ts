import { afterEach, expect, test, vi } from 'vitest';
import { readFourEyes, saveFourEyes } from '../src/reconciliation/fourEyes';
import { SignedInServer } from './signedInServer';

afterEach(() => vi.unstubAllGlobals());

const RECONCILIATION = '/api/v1/reconciliations/rec';

test('what somebody asks for while it is read is not overwritten', async () => {
  const server = new SignedInServer();
  let version = 3;
  server.answers(`GET ${RECONCILIATION}`, () => Response.json({ id: 'rec', version }));
  server.answers(`GET ${RECONCILIATION}/four-eyes`, () => {
    const read = Response.json({ askedFor: 'off' });
    version = 4;
    return read;
  });
  server.answers(`PUT ${RECONCILIATION}/four-eyes`, async (request) => {
    if (request.headers.get('If-Match') === `"${version}"`) return Response.json({});
    return Response.json({ title: 'Changed meanwhile' }, { status: 412 });
  });
  const read = await readFourEyes('rec');
  expect(read).toEqual({ version: 3, asked: { askedFor: 'off' } });
  await expect(saveFourEyes('rec', read.version, { askedFor: 'all' })).rejects.toMatchObject({
    problem: { title: 'Changed meanwhile' },
  });
});
