// Known faults that we live with for a while: a line each of
//   ID  ECOSYSTEM:NAME  LAST-DAY  REASON
import { readFileSync } from 'node:fs';

const LINE = /^(\S+)\s+((?:Maven|npm):\S+)\s+(\d{4}-\d{2}-\d{2})\s+(.*)$/;
const FORM = 'ID, Maven:GROUP:NAME or npm:NAME, YYYY-MM-DD, and a reason';
const REASON_LETTERS_MIN = 20;
const DAYS_MAX = 180;
const DAY_MILLIS = 86_400_000;

// The exceptions of a file, and every fault of it.
export function exceptions(file, today) {
  const faults = [];
  const all = [];
  readFileSync(file, 'utf8').split('\n').forEach((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return;
    const at = `${file}:${index + 1}`;
    const [, id, part, until, reason] = LINE.exec(line) ?? [];
    const last = Date.parse(until);
    if (id === undefined || Number.isNaN(last)) {
      faults.push(`${at}: found "${line}", expected ${FORM}`);
    } else if (reason.trim().length < REASON_LETTERS_MIN) {
      faults.push(`${at}: ${id} has no reason that others could judge`);
    } else if (last < today - DAY_MILLIS) {
      faults.push(`${at}: ${id} was to be mended by ${until}; mend it, or judge it anew`);
    } else if (last > today + DAYS_MAX * DAY_MILLIS) {
      faults.push(`${at}: ${id} lasts until ${until}; ${DAYS_MAX} days is the most`);
    } else {
      all.push({ id, part, at });
    }
  });
  return { all, faults };
}
