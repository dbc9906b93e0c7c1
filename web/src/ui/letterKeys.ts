const STORED = 'recon-letter-keys';
const listeners = new Set<() => void>();

/** Whether single letters are commands; a person can switch them off (WCAG 2.1.4). */
export function letterKeysAct(): boolean {
  return localStorage.getItem(STORED) !== 'off';
}

export function switchLetterKeys(act: boolean): void {
  localStorage.setItem(STORED, act ? 'on' : 'off');
  for (const listener of listeners) listener();
}

export function onLetterKeys(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
