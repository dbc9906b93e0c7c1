// node check.mjs ROOT BOM EXCEPTIONS DATABASE-FOLDER…  (scripts/check-advisories says the rest)
import { join } from 'node:path';
import { look } from './database.mjs';
import { exceptions } from './exceptions.mjs';
import { javaParts, npmParts } from './parts.mjs';

const FOUND = 1;
const NOT_CHECKED = 3;
const OLD_DAYS = 14;
const DAY_MILLIS = 86_400_000;

const [root, bom, exceptionsFile, ...folders] = process.argv.slice(2);
const today = Date.parse(process.env.TODAY ?? new Date().toISOString());
const parts = [
  ...javaParts(join(bom, 'recon-java.cdx.json')),
  ...npmParts(join(root, 'web/package-lock.json'), 'page'),
  ...npmParts(join(root, 'infrastructure/tools/package-lock.json'), 'tools of the build'),
];
const accepted = exceptions(exceptionsFile, today);
const { found, counts, newest } = look(folders, parts);

const isNamed = (id, record) => record.id === id || (record.aliases ?? []).includes(id);
const used = new Set();
const open = found.filter(({ record, part }) => {
  const name = `${part.ecosystem}:${part.name}`;
  const own = accepted.all.filter((one) => one.part === name && isNamed(one.id, record));
  own.forEach((one) => used.add(one));
  return own.length === 0;
});

for (const { record, part } of open) {
  const severity = record.database_specific?.severity ?? 'severity unknown';
  console.log(`${record.id}  ${part.ecosystem}:${part.name} ${part.version} (${part.where})`);
  const summary = record.summary ?? record.details?.split('\n')[0] ?? 'no summary';
  console.log(`    ${severity}: ${summary}`);
}
accepted.faults.forEach((fault) => console.log(fault));
for (const one of accepted.all.filter((one) => !used.has(one))) {
  console.log(`note: ${one.at}: nothing of this database needs ${one.id}`);
}
const accepts = found.length - open.length;
console.log(
  `${parts.length} parts, ${counts.Maven} records of Maven and ${counts.npm} of npm, ` +
    `the newest of ${newest.slice(0, 10) || 'no day'}`,
);
console.log(`${open.length} known faults, ${accepts} accepted`);
if (open.length > 0 || accepted.faults.length > 0) process.exit(FOUND);
if (counts.Maven === 0 || counts.npm === 0) {
  console.log('not checked: the database knows nothing of Maven, or of npm. Give both.');
  process.exit(NOT_CHECKED);
}
if (Date.parse(newest) < today - OLD_DAYS * DAY_MILLIS) {
  console.log(`not checked: the database is older than ${OLD_DAYS} days. Fetch it again.`);
  process.exit(NOT_CHECKED);
}
