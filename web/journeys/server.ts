import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test as base } from '@playwright/test';

const root = resolve(import.meta.dirname, '../..');
const jar = join(root, 'server/target/recon-server.jar');
const page = join(root, 'web/dist');
const START_MILLIS_MAX = 120_000;

interface Server {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** Starts the server as `recon up` does, with a data folder of its own and any free port. */
async function startServer(): Promise<Server> {
  for (const part of [jar, page]) {
    if (!existsSync(part)) throw new Error(`${part} is not built: run make build first`);
  }
  const home = await mkdtemp(join(tmpdir(), 'recon-journeys-'));
  const java = execFileSync(join(root, 'scripts/find-jdk'), { encoding: 'utf8' }).trim();
  const flags = ['--enable-native-access=ALL-UNNAMED', '--sun-misc-unsafe-memory-access=allow'];
  const server = spawn(join(java, 'bin/java'), [...flags, '-Xmx1g', '-jar', jar], {
    env: { ...process.env, RECON_HOME: home, RECON_PORT: '0', RECON_WEB: page },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = await addressOf(server);
  return {
    address,
    stop: async () => {
      const ended = new Promise((done) => server.once('exit', done));
      server.kill('SIGTERM');
      await ended;
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Waits for the address that the server prints when it is ready. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    const late = setTimeout(() => {
      server.kill('SIGKILL');
      failed(new Error(`The server was not ready in ${START_MILLIS_MAX} ms:\n${said}`));
    }, START_MILLIS_MAX);
    const hear = (bytes: Buffer) => {
      said += bytes.toString();
      const address = /http:\/\/(?:localhost|127\.0\.0\.1):\d+/.exec(said)?.[0];
      if (!address) return;
      clearTimeout(late);
      found(address.replace('localhost', '127.0.0.1'));
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.once('exit', (code) => failed(new Error(`The server ended with ${code}:\n${said}`)));
  });
}

/** One server for all journeys; pages start at its address. */
export const test = base.extend<object, { readonly server: Server }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: a fixture names what it needs, this one nothing
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: START_MILLIS_MAX + 30_000 },
  ],
  baseURL: async ({ server }, use) => use(server.address),
});

export { expect } from '@playwright/test';
