// Known faults, as records of the OSV format (a folder of JSON files): which parts have which.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareMaven, compareNpm } from './versions.mjs';

const ORDER = { Maven: compareMaven, npm: compareNpm };

// Every record of a folder and of those in it.
export function* records(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* records(path);
    else if (entry.name.endsWith('.json')) yield JSON.parse(readFileSync(path, 'utf8'));
  }
}

function isInRange(version, range, compare) {
  if (range.type === 'GIT') return false;
  let isAffected = false;
  const at = (event) => event.introduced ?? event.fixed ?? event.last_affected ?? event.limit;
  const order = (one, other) => (one === '0' ? -1 : other === '0' ? 1 : compare(one, other));
  const events = [...range.events].sort((one, other) => order(at(one), at(other)));
  for (const event of events) {
    if (event.introduced !== undefined) {
      isAffected ||= event.introduced === '0' || compare(version, event.introduced) >= 0;
    } else if (event.fixed !== undefined) {
      isAffected &&= compare(version, event.fixed) < 0;
    } else if (event.last_affected !== undefined) {
      isAffected &&= compare(version, event.last_affected) <= 0;
    }
  }
  return isAffected;
}

// A repository may stand behind it, as in "Maven:https://repository.example.com".
function ecosystemOf(affected) {
  return affected.package?.ecosystem?.split(':', 1)[0];
}

export function isAffected(version, affected) {
  const compare = ORDER[ecosystemOf(affected)];
  return (
    (affected.versions ?? []).includes(version) ||
    (affected.ranges ?? []).some((range) => isInRange(version, range, compare))
  );
}

// What is known of these parts, of how many records of each ecosystem, and how new the newest is.
export function look(folders, parts) {
  const byName = new Map();
  for (const part of parts) {
    const name = `${part.ecosystem} ${part.name}`;
    byName.set(name, [...(byName.get(name) ?? []), part]);
  }
  const found = [];
  const counts = { Maven: 0, npm: 0 };
  let newest = '';
  for (const folder of folders) {
    for (const record of records(folder)) {
      if (record.withdrawn) continue;
      if (record.modified > newest) newest = record.modified;
      for (const affected of record.affected ?? []) {
        const ecosystem = ecosystemOf(affected);
        if (!(ecosystem in counts)) continue;
        counts[ecosystem]++;
        for (const part of byName.get(`${ecosystem} ${affected.package.name}`) ?? []) {
          if (isAffected(part.version, affected)) found.push({ record, part });
        }
      }
    }
  }
  return { found, counts, newest };
}
