// node scripts/check-same.mjs URL KEY: the same files and rule sets, with every kind of transform,
// through ./recon and through the server at URL. Matches, breaks and rejected lines have to be the
// same, rejected lines byte for byte, and the proof has to hold.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const [address, key] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'recon-same-'));
const ROWS = 600;
const WAIT_MILLIS_MAX = 120_000;

/// Numbers that look random and are the same for the same seed (mulberry32).
function randomFrom(seed) {
  let state = seed;
  return (end) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end;
  };
}

const ACCOUNTS = { 1200: 'Main', 1210: 'Savings', '=1+1': 'Odd "one", with a comma' };
const HEAD = ['Memo', 'Betrag', 'S/H', 'W', 'Konto', 'Gross', 'Fee', 'Booked', 'Value date'];

function decimal(cents, mark) {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return (cents < 0 ? '-' : '') + digits.slice(0, -2) + mark + digits.slice(-2);
}

/// A line of the bank; now and then one that a transform cannot make anything of.
function bankLine(entry, random) {
  const odd = (what, usual) => (random(60) === 0 ? what : usual);
  const memo = [`Zahlung zu INV-${entry.number} "danke"`, `inv ${entry.number};\nzweite Zeile`][
    random(2)
  ];
  const day = `${String(entry.day).padStart(2, '0')}.03.2026`;
  const fee = random(300);
  return [
    odd('ohne Nummer, größer', memo),
    odd('1.2.3', decimal(Math.abs(entry.cents), ',')),
    odd('X', entry.cents < 0 ? ['S', 's'][random(2)] : 'H'),
    ['€', 'EUR'][random(2)],
    odd('9999', Object.keys(ACCOUNTS)[entry.account]),
    odd('', decimal(Math.abs(entry.cents) + fee, ',')),
    decimal(fee, ','),
    odd('31.02.2026', day),
    random(3) === 0 ? day : '',
  ];
}

function sample(seed) {
  const random = randomFrom(seed);
  const ledger = [['invoice', 'amount', 'account', 'net', 'day']];
  const bank = [];
  for (let at = 0; at < ROWS; at++) {
    const entry = {
      number: 1000 + at,
      cents: (100 + random(900_000)) * (random(5) === 0 ? -1 : 1),
      account: random(3),
      day: 1 + random(28),
    };
    const iso = `2026-03-${String(entry.day).padStart(2, '0')}`;
    const account = Object.values(ACCOUNTS)[entry.account];
    const net = decimal(Math.abs(entry.cents), '.');
    ledger.push([String(entry.number), decimal(entry.cents, '.'), account, net, iso]);
    if (random(12) > 0) bank.push(bankLine(entry, random));
    if (random(25) === 0) bank.push(bankLine({ ...entry, cents: entry.cents + 1 }, random));
  }
  return { ledger, bank };
}

function delimited(rows, delimiter, lineEnd) {
  const cell = (text) => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join(delimiter) + lineEnd).join('');
}

const objects = (rows) =>
  rows.map((row) => Object.fromEntries(row.map((cell, at) => [HEAD[at], cell])));

/// The forms in which the bank sends the same lines.
const FORMS = {
  csv: {
    delimiter: '";"',
    name: 'bank.csv',
    bytes: (rows) => Buffer.from(delimited([HEAD, ...rows], ';', '\r\n')),
  },
  'csv.gz': {
    delimiter: '"\\t"',
    name: 'bank.csv.gz',
    bytes: (rows) => gzipSync(delimited([HEAD, ...rows], '\t', '\n')),
  },
  json: {
    delimiter: '","',
    name: 'bank.json',
    bytes: (rows) => Buffer.from(JSON.stringify({ entries: objects(rows) })),
  },
};

const rules = (delimiter) => `version: 1
decimals: 2
lookups:
  accounts: accounts.csv
left:
  fields:
    reference: {column: invoice}
    amount:    {column: amount}
    currency:  {constant: EUR}
    account:   {column: account}
    date:      {column: day, format: yyyy-MM-dd}
    net:       {column: net}
right:
  delimiter: ${delimiter}
  fields:
    reference: {column: Memo, extract: '(?i)inv[- ]?(\\d{4,8})'}
    amount:    {column: Betrag, decimal: ",", sign: {column: S/H, minus: [S], plus: [H]}}
    currency:  {expression: 'row["W"] == "€" ? "EUR" : row["W"]'}
    account:   {column: Konto, lookup: accounts}
    date:
      expression: >-
        row["Value date"] == "" ? row.Booked.date("dd.MM.yyyy")
        : row["Value date"].date("dd.MM.yyyy")
    entity:    {constant: Northwind}
    text:      {expression: 'row["W"] + " " + row["Memo"].upper().replace("DANKE", "")'}
passes:
  - {name: all, kind: exact, key: [reference, amount, currency, account, date]}
  - {name: near, kind: close, key: [reference], amount: 0.05, days: 3}
`;

async function call(method, path, body, type) {
  const response = await fetch(`${address}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': type }) },
    body,
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${bytes}`);
  return bytes;
}

const json = async (method, path, body) =>
  JSON.parse(await call(method, path, body && JSON.stringify(body), 'application/json'));

const upload = async (name, bytes) =>
  JSON.parse(await call('POST', `/files?name=${name}`, bytes, 'application/octet-stream')).id;

/// The run of the server once it has ended.
async function serverRun(files, ruleSet, name) {
  const made = await json('POST', '/reconciliations', { name, rules: ruleSet });
  const queued = await json('POST', `/reconciliations/${made.id}/runs`, files);
  const until = Date.now() + WAIT_MILLIS_MAX;
  while (Date.now() < until) {
    const run = await json('GET', `/runs/${queued.id}`);
    if (run.status === 'done') return run;
    if (!['queued', 'running'].includes(run.status)) throw new Error(JSON.stringify(run));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the run has not ended');
}

async function all(path) {
  const items = [];
  for (let cursor = ''; ; ) {
    const page = await json('GET', `${path}?sort=id&limit=200${cursor}`);
    items.push(...page.items);
    if (page.next === null) return items;
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
}

/// Breaks of the server as `breaks.csv` has them.
function breakLine(row) {
  const side = row.left === null ? 'right' : 'left';
  const match = row.matchId === null ? '' : row.matchId.split('.').at(-1);
  const cells = [row.number, row.kind, side, row[side].line, match, row.difference.value];
  return [...cells, row.difference.currency, row.reason].map(String);
}

/// Matches as lines `number,pass,status,confidence,left lines,right lines`.
function matchesOfCommand(csv) {
  const matches = new Map();
  for (const line of csv.trimEnd().split('\n').slice(1)) {
    const [match, side, number, status, pass, confidence] = line.split(',');
    if (!matches.has(match))
      matches.set(match, { head: [match, pass, status, Number(confidence)], left: [], right: [] });
    matches.get(match)[side].push(number);
  }
  return [...matches.values()].map(({ head, left, right }) =>
    [...head, left.join(' '), right.join(' ')].join(','),
  );
}

function matchesOfPack(csv) {
  const rows = csv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  return rows.map(([number, pass, , status, confidence, left, right]) =>
    [number, pass, status, Number(confidence), left, right].join(','),
  );
}

function same(what, ours, theirs) {
  if (Buffer.compare(Buffer.from(ours), Buffer.from(theirs)) === 0) return;
  const lines = [ours, theirs].map((text) => String(text).split('\n'));
  const at = lines[0].findIndex((line, index) => line !== lines[1][index]);
  throw new Error(`${what}, line ${at + 1}: ./recon\n${lines[0][at]}\nserver\n${lines[1][at]}`);
}

function command(...words) {
  const done = spawnSync('./recon', words, { encoding: 'utf8' });
  if (done.status > 1) throw new Error(`./recon ${words.join(' ')}: ${done.stderr}`);
  return done.stdout;
}

function unpacked(pack, work) {
  writeFileSync(join(work, 'pack.zip'), pack);
  const jar =
    process.env.JAVA_HOME || execFileSync('scripts/find-jdk', { encoding: 'utf8' }).trim();
  execFileSync(join(jar, 'bin', 'jar'), ['xf', 'pack.zip', 'matches.csv'], { cwd: work });
  return readFileSync(join(work, 'matches.csv'), 'utf8');
}

async function check(seed, formName) {
  const form = FORMS[formName];
  const work = join(folder, `${formName}-${seed}`);
  mkdirSync(work);
  const path = (name) => join(work, name);
  const { ledger, bank } = sample(seed);
  writeFileSync(path('ledger.csv'), delimited(ledger, ',', '\n'));
  writeFileSync(path(form.name), form.bytes(bank));
  writeFileSync(
    path('accounts.csv'),
    delimited([['number', 'name'], ...Object.entries(ACCOUNTS)], ',', '\n'),
  );
  writeFileSync(path('rules.yaml'), rules(form.delimiter));

  command(
    'match',
    path('ledger.csv'),
    path(form.name),
    '--rules',
    path('rules.yaml'),
    '--out',
    path('out'),
  );
  const files = {
    leftFile: await upload('ledger.csv', readFileSync(path('ledger.csv'))),
    rightFile: await upload(form.name, readFileSync(path(form.name))),
  };
  const run = await serverRun(
    files,
    command('rules', 'embed', path('rules.yaml')),
    `same ${formName} ${seed}`,
  );

  const ours = (name) => readFileSync(join(path('out'), name));
  const theirs = unpacked(await call('GET', `/runs/${run.id}/evidence`), work);
  const matches = matchesOfPack(theirs);
  same('matches.csv', matchesOfCommand(String(ours('matches.csv'))).join('\n'), matches.join('\n'));
  same(
    'rejected-right.csv',
    ours('rejected-right.csv'),
    await call('GET', `/runs/${run.id}/rejected-lines/right`),
  );
  const breaks = (await all(`/runs/${run.id}/breaks`)).map(breakLine);
  const head = ['break', 'kind', 'side', 'line', 'match', 'difference', 'currency', 'reason'];
  same('breaks.csv', ours('breaks.csv'), delimited([head, ...breaks], ',', '\n'));
  const rejected = String(ours('rejected-right.csv')).match(/^"?line \d+/gm).length;
  if (rejected < 20 || breaks.length < 50)
    throw new Error(`too little to compare: ${JSON.stringify(run.summary)}`);
  if (!run.summary.proof.holds) throw new Error('the proof does not hold');
  const found = `${matches.length} matches, ${breaks.length} breaks, ${rejected} rejected lines`;
  return `${form.name} of seed ${seed}: ${found}`;
}

try {
  for (const [seed, form] of Object.keys(FORMS).entries())
    console.log(`same: ${await check(seed + 1, form)}`);
} finally {
  rmSync(folder, { recursive: true });
}
