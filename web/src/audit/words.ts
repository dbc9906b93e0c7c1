import type { AuditEvent } from '../api/types';

/** What is told of an event beside its action: the details as short pairs. */
export function detailPairs(details: AuditEvent['details']): [string, string][] {
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => [spaced(name), shown(value)]);
}

const ID_CHARS = 8;

/** What an event was about, by its name or number where the event tells one, else by its id. */
export function objectWords({ details, objectId }: AuditEvent): string {
  if (typeof details.name === 'string' && details.name !== '') return details.name;
  if (typeof details.number === 'number') return `#${details.number}`;
  return objectId.slice(0, ID_CHARS);
}

/** `rule-set` and `leftFile` as people write them. */
export function spaced(name: string): string {
  return name
    .replaceAll('-', ' ')
    .replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => {
      return `${before} ${after.toLowerCase()}`;
    });
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join(', ');
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return String(value);
}
