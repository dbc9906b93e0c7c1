// Mixed requests of people at work, at a fixed rate, by autocannon:
// RECON_KEY=rk_live_… node mixed-load.mjs ADDRESS RUN REQUESTS_A_SECOND SECONDS
// Prints the times and what failed; exits with 1 when something did.
import { createRequire } from 'node:module';

const tools = new URL('../../infrastructure/tools/', import.meta.url);
const autocannon = createRequire(tools)('autocannon');
const [address, run, rate, seconds] = process.argv.slice(2);
const CONNECTIONS = 50;
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
const load = autocannon({
  url: address,
  connections: CONNECTIONS,
  overallRate: Number(rate),
  duration: Number(seconds),
  requests: [{ setupRequest: (request) => ({ ...request, ...next() }) }],
});
load.on('response', (_, status) => {
  if (status < 200 || status > 299) note(`status ${status}`);
});
load.on('reqError', (fault) => note(fault.code ?? fault.message));
const { latency, requests } = await load;
console.log(
  `${requests.total} requests (${Math.round(requests.average)} a second): ` +
    `p50 ${latency.p50} ms, p97.5 ${latency.p97_5} ms, ` +
    `p99 ${latency.p99} ms, longest ${latency.max} ms`,
);
console.log(`${[...faults.values()].reduce((sum, count) => sum + count, 0)} failed`);
for (const [fault, count] of faults) console.log(`  ${count} x ${fault}`);
process.exitCode = faults.size === 0 ? 0 : 1;
