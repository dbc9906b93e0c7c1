/** Is it said in the URL? There it is text, and before it is written there it is a boolean. */
export function isYes(said: unknown): boolean {
  return said === true || said === 'true';
}
