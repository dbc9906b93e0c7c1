// Pages that watch: RECON_KEY=rk_live_… node sockets.mjs ADDRESS COUNT
// Each opens a socket by a ticket and comes back with the id of its last event, as the page does.
// When it is told to stop (SIGTERM) it waits until all are up to date, a minute at most, and prints
// how many events somebody missed that others heard.
import { createRequire } from 'node:module';

const tools = new URL('../../infrastructure/tools/', import.meta.url);
const WebSocket = createRequire(tools)('ws');
const [address, count] = process.argv.slice(2);
const OPENING_AT_ONCE = 20;
const SETTLE_MILLIS = 5_000;
const RETURN_MILLIS = 60_000;
const RETRY_MILLIS = 500;

const watchers = Array.from({ length: Number(count) }, () => ({ last: null, heard: new Set() }));
let going = true;
let returns = 0;

async function ticket() {
  const headers = { authorization: `Bearer ${process.env.RECON_KEY}` };
  const answer = await fetch(`${address}/api/v1/live-tickets`, { method: 'POST', headers });
  if (!answer.ok) throw new Error(`a ticket was refused: ${answer.status}`);
  return (await answer.json()).ticket;
}

async function watch(watcher) {
  const url = new URL('/ws', address.replace('http', 'ws'));
  url.searchParams.set('ticket', await ticket());
  if (watcher.last !== null) url.searchParams.set('lastEventId', String(watcher.last));
  const socket = new WebSocket(url);
  let retryMillis = RETRY_MILLIS;
  socket.on('message', (bytes) => {
    const event = JSON.parse(bytes);
    if (event.type === 'draining') retryMillis = event.retryMillis;
    if (event.type === 'reset') throw new Error('a watcher was told to read everything again');
    watcher.last = event.id;
    if (event.type !== 'draining') watcher.heard.add(event.id);
  });
  socket.on('close', () => comeBack(watcher, retryMillis));
  socket.on('error', () => socket.terminate());
  await new Promise((opened) => {
    socket.once('open', opened);
    socket.once('close', opened);
  });
}

function comeBack(watcher, waitMillis) {
  if (!going) return;
  returns++;
  setTimeout(() => watch(watcher).catch(() => comeBack(watcher, RETRY_MILLIS)), waitMillis);
}

const waiting = [...watchers];
async function openAll() {
  for (let next = waiting.pop(); next; next = waiting.pop()) await watch(next);
}
await Promise.all(Array.from({ length: OPENING_AT_ONCE }, openAll));
console.log('all watch');

function missedNow() {
  const all = new Set(watchers.flatMap(({ heard }) => [...heard]));
  return { all, missed: watchers.reduce((sum, { heard }) => sum + all.size - heard.size, 0) };
}

// Whoever is still on the way back has missed nothing yet; an event that is lost stays lost.
function tell(until) {
  const { all, missed } = missedNow();
  if (missed > 0 && Date.now() < until) {
    setTimeout(() => tell(until), RETRY_MILLIS);
    return;
  }
  going = false;
  console.log(
    `${all.size} events, ${watchers.length} watchers, ${returns} returns, ${missed} missed`,
  );
  process.exit(missed === 0 && all.size > 0 ? 0 : 1);
}

process.on('SIGTERM', () => {
  setTimeout(() => tell(Date.now() + RETURN_MILLIS), SETTLE_MILLIS);
});
