import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const root = resolve(import.meta.dirname, '../..');

export interface SftpServer {
  readonly port: string;
  readonly hostKey: string;
  readonly put: (name: string, text: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The SFTP server of the server's tests, as a process of its own, on a folder of its own. */
export async function startSftp(): Promise<SftpServer> {
  const folder = await mkdtemp(join(tmpdir(), 'recon-sftp-'));
  const java = execFileSync(join(root, 'scripts/find-jdk'), { encoding: 'utf8' }).trim();
  const target = join(root, 'server/target');
  const path = `${join(target, 'test-classes')}:${join(target, 'lib')}/*`;
  const server = spawn(
    join(java, 'bin/java'),
    ['-cp', path, 'dev.recon.server.SftpServer', folder],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const ended = new Promise((done) => server.once('exit', done));
  for await (const line of createInterface(server.stdout)) {
    const [, port, hostKey] = /^ready: (\d+) (\S+)$/.exec(line) ?? [];
    if (!port || !hostKey) continue;
    return {
      port,
      hostKey,
      put: (name, text) => writeFile(join(folder, name), text),
      stop: async () => {
        server.stdin.end();
        await ended;
        await rm(folder, { recursive: true, force: true });
      },
    };
  }
  throw new Error('The SFTP server ended before it was ready');
}
