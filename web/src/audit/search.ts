/** What the history is narrowed to, in the URL. Days are of the person's calendar. */
export interface AuditSearch {
  readonly objectType?: string | undefined;
  readonly objectId?: string | undefined;
  readonly action?: string | undefined;
  readonly person?: string | undefined;
  /** The first day shown, `2026-11-01`. */
  readonly from?: string | undefined;
  /** The last day shown. */
  readonly to?: string | undefined;
}

const NAMES = ['objectType', 'objectId', 'action', 'person', 'from', 'to'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MILLIS = 86_400_000;

/** Reads what a URL says; what it says wrongly is left out. */
export function readAuditSearch(said: Record<string, unknown>): AuditSearch {
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const text = said[name];
      if (typeof text !== 'string' || text === '') return [];
      if ((name === 'from' || name === 'to') && !DAY.test(text)) return [];
      return [[name, text]];
    }),
  );
}

/** As the server is asked: from the first moment of a day, and before that of the day after. */
export function auditQuery(search: AuditSearch, timeZone: string) {
  const { from, to, ...same } = search;
  const last =
    to && new Date(Date.parse(`${to}T00:00:00Z`) + DAY_MILLIS).toISOString().slice(0, 10);
  return {
    ...Object.fromEntries(Object.entries(same).filter(([, value]) => value !== undefined)),
    ...(from && { from: startOfDay(from, timeZone) }),
    ...(last && { to: startOfDay(last, timeZone) }),
  };
}

/** The instant at which a day begins in a time zone. */
export function startOfDay(day: string, timeZone: string): string {
  const asUtc = Date.parse(`${day}T00:00:00Z`);
  const first = asUtc - offsetMillis(asUtc, timeZone);
  // Once more: the offset may have changed between the two.
  return new Date(asUtc - offsetMillis(first, timeZone)).toISOString();
}

function offsetMillis(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '00';
  const day = `${of('year')}-${of('month')}-${of('day')}`;
  const shown = `${day}T${of('hour')}:${of('minute')}:${of('second')}Z`;
  return Date.parse(shown) - Math.trunc(instant / 1000) * 1000;
}
