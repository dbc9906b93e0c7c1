// Asks again and again until it is told to stop (SIGTERM), and prints how many requests failed:
// RECON_KEY=rk_live_… node load.mjs ADDRESS CONNECTIONS. A tenth of the requests are uploads, the
// same one each time. What is not answered as it should be has failed.
const [address, connections] = process.argv.slice(2);
const paths = ['/', '/api/v1/reconciliations', '/api/v1/files?limit=5'];
const times = [];
const faults = [];
let going = true;
let count = 0;
process.on('SIGTERM', () => {
  going = false;
});

async function ask(number) {
  const upload = number % 10 === 0;
  const path = upload ? '/api/v1/files?name=load.csv' : paths[number % paths.length];
  const headers = { authorization: `Bearer ${process.env.RECON_KEY}` };
  if (upload) headers['content-type'] = 'application/octet-stream';
  const init = upload ? { method: 'POST', body: 'a;b\n1;2\n', headers } : { headers };
  const begun = performance.now();
  try {
    const answer = await fetch(address + path, init);
    await answer.arrayBuffer();
    if (!answer.ok) faults.push(`${init.method ?? 'GET'} ${path}: ${answer.status}`);
  } catch (fault) {
    faults.push(`${init.method ?? 'GET'} ${path}: ${fault.cause?.code ?? fault.message}`);
  }
  times.push(performance.now() - begun);
}

async function loop() {
  while (going) await ask(count++);
}

await Promise.all(Array.from({ length: Number(connections) }, loop));
times.sort((a, b) => a - b);
const at = (share) => Math.round(times[Math.floor((times.length - 1) * share)]);
console.log(`${count} requests, ${faults.length} failed`);
console.log(`half within ${at(0.5)} ms, 99 % within ${at(0.99)} ms`);
for (const fault of new Set(faults)) console.log(`  ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;
