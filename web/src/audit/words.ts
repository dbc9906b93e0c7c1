import type { AuditEvent } from '../api/types';
import { breakLabel, matchLabel } from '../ui/vocabulary';

/** What is told of an event beside its action: the details as short pairs. */
export function detailPairs(details: AuditEvent['details']): [string, string][] {
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => [spaced(name), shown(value, LABELS[name])]);
}

const ID_CHARS = 8;

/**
 * What an event was about, as it is called today, else by its id. A name or number in the details
 * may be that of something else: of a decision, of a delivery.
 */
export function objectWords({ object, objectId }: AuditEvent): string {
  return object.name ?? (UUID.test(objectId) ? objectId.slice(0, ID_CHARS) : objectId);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** `rule-set` and `leftFile` as people write them. */
export function spaced(name: string): string {
  return name
    .replaceAll('-', ' ')
    .replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => {
      return `${before} ${after.toLowerCase()}`;
    });
}

/** Of these the last part of an id is the number that people quote. */
const LABELS: Readonly<Record<string, ((number: number) => string) | undefined>> = {
  breaks: breakLabel,
  match: matchLabel,
};

function shown(value: unknown, label?: (number: number) => string): string {
  if (Array.isArray(value)) return value.map((each) => shown(each, label)).join(', ');
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  const number = /\.(\d+)$/.exec(String(value))?.[1];
  return label && number ? label(Number(number)) : String(value);
}
