// Mixed requests of people at work, at a fixed rate, by autocannon:
// RECON_KEY=rk_live_… node mixed-load.mjs ADDRESS RUN REQUESTS_A_SECOND SECONDS
// Prints the times and what failed; exits with 1 when something did.
//
// Each connection is somebody who asks once a second. autocannon lets all connections of an
// instance ask at the same moment, so there are several instances, begun one after the other. And
// what it adds to its histogram for requests that were late (it takes the interval for a
// millisecond) is left out: times here are those of the requests that were sent.
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';

const tools = new URL('../../infrastructure/tools/', import.meta.url);
const autocannon = createRequire(tools)('autocannon');
const [address, run, rate, seconds] = process.argv.slice(2);
const INSTANCES = 50;
/** After so many seconds without an answer somebody gives up: the request has failed. */
const PATIENCE_SECONDS = 30;
/** Of so many requests one writes: each write is told to every page that watches. */
const REQUESTS_A_WRITE = 250;

const headers = { authorization: `Bearer ${process.env.RECON_KEY}` };
const answer = await fetch(`${address}/api/v1/runs/${run}/breaks?limit=100`, { headers });
const breaks = (await answer.json()).items.map(({ id }) => id);
const anyBreak = () => breaks[Math.floor(Math.random() * breaks.length)];

const READS = [
  () => '/api/v1/reconciliations',
  () => '/api/v1/me',
  () => `/api/v1/runs/${run}`,
  () => `/api/v1/runs/${run}/breaks?status=open&sort=-value&limit=50`,
  () => `/api/v1/runs/${run}/breaks?kind=missing-on-right&limit=50`,
  () => `/api/v1/runs/${run}/break-counts?status=open`,
  () => `/api/v1/runs/${run}/matches?limit=50`,
  () => `/api/v1/breaks/${anyBreak()}`,
  () => `/api/v1/breaks/${anyBreak()}`,
  () => `/api/v1/breaks/${anyBreak()}/candidates?limit=5`,
];
function read() {
  return { method: 'GET', headers, path: READS[Math.floor(Math.random() * READS.length)]() };
}

function write() {
  return {
    method: 'POST',
    path: `/api/v1/runs/${run}/decisions`,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'comment', breakId: anyBreak(), text: 'Asked the bank.' }),
  };
}

const next = () => (Math.random() < 1 / REQUESTS_A_WRITE ? write() : read());

const faults = new Map();
const note = (fault) => faults.set(fault, (faults.get(fault) ?? 0) + 1);
const millis = [];

async function people(connections, startMillis) {
  await setTimeout(startMillis);
  const load = autocannon({
    url: address,
    connections,
    connectionRate: 1,
    ignoreCoordinatedOmission: true,
    duration: Number(seconds),
    timeout: PATIENCE_SECONDS,
    requests: [{ setupRequest: (request) => ({ ...request, ...next() }) }],
  });
  load.on('response', (_, status, __, time) => {
    millis.push(time);
    if (status < 200 || status > 299) note(`status ${status}`);
  });
  load.on('reqError', (fault) => note(fault.code ?? fault.message));
  await load;
}

await Promise.all(
  Array.from({ length: INSTANCES }, (_, one) => {
    const share = Math.floor((Number(rate) + one) / INSTANCES);
    return share === 0 ? null : people(share, (one * 1000) / INSTANCES);
  }),
);

millis.sort((one, other) => one - other);
const within = (share) => Math.round(millis[Math.ceil(millis.length * share) - 1]);
console.log(
  `${millis.length} requests (${Math.round(millis.length / seconds)} a second): ` +
    `p50 ${within(0.5)} ms, p95 ${within(0.95)} ms, p97.5 ${within(0.975)} ms, ` +
    `p99 ${within(0.99)} ms, longest ${within(1)} ms`,
);
console.log(`${[...faults.values()].reduce((sum, count) => sum + count, 0)} failed`);
for (const [fault, count] of faults) console.log(`  ${count} x ${fault}`);
process.exitCode = faults.size === 0 ? 0 : 1;
