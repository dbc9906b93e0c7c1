/** Files dropped on one page for the next one: a File cannot travel in a URL. */
let waiting: readonly File[] = [];

export function handOver(files: readonly File[]): void {
  waiting = files;
}

export function takeOver(): readonly File[] {
  const taken = waiting;
  waiting = [];
  return taken;
}
