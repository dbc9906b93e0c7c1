// What a Service of a cluster does: node service.mjs PORT FILE
// Each new connection goes to the next of the addresses in FILE, one a line; connections that are
// open stay where they are, also when their address is no longer there. What comes is passed on at
// once, as a cluster forwards packets.
import { readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';

const [port, file] = process.argv.slice(2);
let turn = 0;

createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
  const addresses = readFileSync(file, 'utf8').trim().split('\n');
  const [host, backend] = addresses[turn++ % addresses.length].split(':');
  const server = connect({ host, port: Number(backend), allowHalfOpen: true, noDelay: true });
  for (const [from, to] of [
    [client, server],
    [server, client],
  ]) {
    from.pipe(to);
    from.on('error', () => to.resetAndDestroy());
    from.on('close', () => to.destroySoon());
  }
}).listen(Number(port), '127.0.0.1');
