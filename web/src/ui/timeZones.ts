/** All that the browser knows, and what is kept, should it know that by another name. */
export function timeZoneOptions(current: string): (readonly [value: string, label: string])[] {
  const known = new Set(['UTC', current, ...Intl.supportedValuesOf('timeZone')]);
  return [...known].sort().map((zone) => [zone, zone.replaceAll('_', ' ')]);
}

/** Where the browser is. */
export function localTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
