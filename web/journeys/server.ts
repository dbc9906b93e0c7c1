import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { ADMIN, comeBack, setUp } from './door';

const root = resolve(import.meta.dirname, '../..');
/** Quick to begin rather than fast in the end: it lives for minutes. */
const FLAGS = '-XX:TieredStopAtLevel=1 -Xmx1g';
const START_MILLIS_MAX = 300_000;

interface Server {
  readonly address: string;
  /** Makes the administrator; the console has it while nobody has an account. */
  readonly setUpLink: string;
  readonly stop: () => Promise<void>;
}

/** `recon up` with a data folder of its own and any free port; it builds what is not built. */
export async function startServer(more: Record<string, string> = {}): Promise<Server> {
  const home = await mkdtemp(join(tmpdir(), 'recon-journeys-'));
  const usual = {
    RECON_HOME: home,
    RECON_PORT: '0',
    RECON_JAVA_OPTIONS: FLAGS,
    PASSWORD_COST: '10',
  };
  const server = spawn(join(root, 'recon'), ['up'], {
    env: { ...process.env, ...usual, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = await heard(server, [/ready:\s+(http:\S+)/, /(http:\S+\/setup#\S+)/]);
  return {
    address: said[0] ?? '',
    setUpLink: said[1] ?? '',
    stop: async () => {
      const ended = new Promise((done) => server.once('exit', done));
      server.kill('SIGTERM');
      await ended;
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Waits until the server has printed all of these. */
function heard(server: ChildProcess, wanted: readonly RegExp[]): Promise<string[]> {
  return new Promise((found, failed) => {
    let said = '';
    const late = setTimeout(() => {
      server.kill('SIGKILL');
      failed(new Error(`The server was not ready in ${START_MILLIS_MAX} ms:\n${said}`));
    }, START_MILLIS_MAX);
    const hear = (bytes: Buffer) => {
      said += bytes.toString();
      const all = wanted.flatMap((pattern) => pattern.exec(said)?.[1] ?? []);
      if (all.length < wanted.length) return;
      clearTimeout(late);
      found(all);
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.once('exit', (code) => failed(new Error(`The server ended with ${code}:\n${said}`)));
  });
}

interface WorkerFixtures {
  /** A server that nobody has an account of yet. */
  readonly freshServer: Server;
  /** The same server once it has its administrator. */
  readonly server: Server;
}

/** One server for all journeys of a worker; each begins signed in, and opens its first page. */
export const test = base.extend<object, WorkerFixtures>({
  freshServer: [
    // biome-ignore lint/correctness/noEmptyPattern: a fixture names what it needs, this one nothing
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: START_MILLIS_MAX + 30_000 },
  ],
  server: [
    async ({ freshServer, browser }, use) => {
      const context = await browser.newContext({ locale: 'en-GB' });
      await setUp(await context.newPage(), freshServer.setUpLink);
      await context.close();
      await use(freshServer);
    },
    { scope: 'worker', timeout: START_MILLIS_MAX + 60_000 },
  ],
  baseURL: async ({ server }, use) => use(server.address),
  /** Nothing on any page may go against the policy that the server gives it. */
  page: async ({ page }, use) => {
    const refused: string[] = [];
    page.on('console', (message) => {
      if (/Content.Security.Policy/i.test(message.text())) refused.push(message.text());
    });
    await comeBack(page, ADMIN);
    await use(page);
    expect(refused).toEqual([]);
  },
});

export { expect } from '@playwright/test';
