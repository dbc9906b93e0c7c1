/** What the rejected lines of a file are called: `bank-rejected.csv`. */
export function rejectedName(name: string): string {
  const end = name.lastIndexOf('.');
  const stem = end > 0 ? name.slice(0, end) : name;
  return `${stem}-rejected${end > 0 ? name.slice(end) : ''}`;
}
