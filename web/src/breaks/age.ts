const DAY_MILLIS = 86_400_000;

/** Whole days since something was first seen: `12 d`, or `today`. */
export function ageOf(isoInstant: string, nowMillis: number): string {
  const days = Math.floor((nowMillis - Date.parse(isoInstant)) / DAY_MILLIS);
  return days < 1 ? 'today' : `${days} d`;
}
