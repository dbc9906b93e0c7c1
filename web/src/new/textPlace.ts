/** The offset of a line and column (both from 1) in a text. */
export function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, Math.max(line - 1, 0));
  const start = before.reduce((sum, each) => sum + each.length + 1, 0);
  return Math.min(start + Math.max(column - 1, 0), text.length);
}
