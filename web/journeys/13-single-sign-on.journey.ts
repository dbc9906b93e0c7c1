import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { ADMIN, setUp } from './door';
import { expect, startServer, test } from './server';

const START_MILLIS_MAX = 180_000;

/** A port that is free now; the provider has to know the server's address before it starts. */
function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => found(port));
    });
  });
}

function startProvider(back: string): Promise<{ issuer: string; process: ChildProcess }> {
  const process = spawn('node', ['journeys/provider.mjs', back]);
  return new Promise((found, failed) => {
    process.once('exit', (code) => failed(new Error(`the provider ended with ${code}`)));
    process.stdout.on('data', (bytes: Buffer) => {
      const issuer = /issuer (\S+)/.exec(bytes.toString())?.[1];
      if (issuer) found({ issuer, process });
    });
  });
}

/** A provider, and a server that knows it. */
async function startBoth() {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const provider = await startProvider(`${address}/sign-on`);
  const server = await startServer({
    RECON_PORT: String(port),
    PUBLIC_URL: address,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: 'recon',
    OIDC_CLIENT_SECRET: 'a secret that only the tests know',
    OIDC_ROLES: 'finance=analyst',
  });
  return { address, provider, server };
}

test('single sign-on links an account once, and lets a group in', async ({ browser }) => {
  test.setTimeout(START_MILLIS_MAX);
  const { address, provider, server } = await startBoth();
  const context = await browser.newContext({ locale: 'en-GB', baseURL: address });
  const page = await context.newPage();
  await setUp(page, server.setUpLink);
  await context.clearCookies();

  const come = async (person: string) => {
    await fetch(`${provider.issuer}/next?person=${person}`);
    await page.goto('/');
    await page.getByRole('button', { name: 'Single sign-on' }).click();
  };
  await come('mallory');
  await expect(page.getByRole('alert')).toContainText('not verified');
  await context.clearCookies();
  await come('grace');
  await expect(page.getByRole('button', { name: 'Grace: account' })).toBeVisible();
  expect(new URL(page.url()).search).toBe('');
  await context.clearCookies();
  await come('ana');
  await page.getByLabel('Your password').fill(ADMIN.password);
  await page.getByRole('button', { name: 'Link' }).click();
  await expect(page.getByRole('button', { name: `${ADMIN.name}: account` })).toBeVisible();
  await context.clearCookies();
  await come('ana');
  await expect(page.getByRole('button', { name: `${ADMIN.name}: account` })).toBeVisible();

  await context.close();
  await server.stop();
  provider.process.removeAllListeners('exit');
  provider.process.kill();
});
