/** What the keyboard dispatcher looks at; a DOM KeyboardEvent has all of it. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly defaultPrevented: boolean;
  readonly target: EventTarget | null;
}

/** `Ctrl+k`, `Enter`, `g h`: as printed on the key; Ctrl is also the Mac's command key. */
export type KeyName = string;

export type Keymap = Readonly<Record<KeyName, () => void>>;

/** What remains of a chord that has begun (`g`, then `h`). */
export interface ChordState {
  readonly prefix: string;
  readonly atMillis: number;
}

export const NO_CHORD: ChordState = { prefix: '', atMillis: 0 };
const CHORD_MILLIS_MAX = 1200;

export function keyName(press: KeyPress): KeyName {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return press.ctrlKey || press.metaKey ? `Ctrl+${key}` : key === ' ' ? 'Space' : key;
}

/**
 * Finds the name to look up in a keymap. A key that starts a chord is remembered for a moment;
 * a key that does not continue the chord stands for itself.
 */
export function nextChord(
  state: ChordState,
  name: KeyName,
  nowMillis: number,
  known: readonly KeyName[],
): { readonly state: ChordState; readonly name: KeyName | null } {
  const alive = state.prefix !== '' && nowMillis - state.atMillis <= CHORD_MILLIS_MAX;
  const chord = alive ? `${state.prefix} ${name}` : name;
  if (alive && known.includes(chord)) return { state: NO_CHORD, name: chord };
  if (known.some((each) => each.startsWith(`${name} `))) {
    return { state: { prefix: name, atMillis: nowMillis }, name: null };
  }
  return { state: NO_CHORD, name: known.includes(name) ? name : null };
}

const TYPING = new Set(['INPUT', 'TEXTAREA', 'SELECT']);

/** Ctrl and these change the text of a field. */
const EDITING = new Set(['a', 'c', 'v', 'x', 'y', 'z']);

/** What is typed into a field is text and no command, but for Escape and most keys with Ctrl. */
export function isTyping(press: KeyPress): boolean {
  const target = press.target as { tagName?: string; isContentEditable?: boolean } | null;
  const isControlled = press.ctrlKey || press.metaKey;
  if (press.key === 'Escape') return false;
  if (isControlled && !EDITING.has(press.key.toLowerCase())) return false;
  return Boolean(target?.isContentEditable) || TYPING.has(target?.tagName ?? '');
}

const PRESSABLE = new Set(['BUTTON', 'A', 'SUMMARY']);

/** Enter and Space on a button or a link belong to it. */
export function belongsToTarget(press: KeyPress): boolean {
  const target = press.target as { tagName?: string } | null;
  const presses = press.key === 'Enter' || press.key === ' ';
  return presses && !press.ctrlKey && !press.metaKey && PRESSABLE.has(target?.tagName ?? '');
}

/** A key that prints something, alone: what assistive input can press by accident. */
export function isLetter(press: KeyPress): boolean {
  return press.key.length === 1 && press.key !== ' ' && !press.ctrlKey && !press.metaKey;
}

/** Is it for the page, and neither for what has the focus nor for what acted before? */
export function belongsToPage(press: KeyPress, lettersAct: boolean): boolean {
  if (press.altKey || press.defaultPrevented) return false;
  if (isTyping(press) || belongsToTarget(press)) return false;
  return lettersAct || !isLetter(press);
}

const MOVES = new Set(['j', 'k', 'ArrowDown', 'ArrowUp', 'PageDown', 'PageUp']);

/** What a key does in the first keymap that has it; a key that is held down only moves. */
export function actionOf(
  keymaps: readonly Keymap[],
  name: KeyName,
  isHeld: boolean,
): (() => void) | undefined {
  if (isHeld && !MOVES.has(name)) return undefined;
  return keymaps.map((keymap) => keymap[name]).find((action) => action !== undefined);
}
