import { useEffect, useRef } from 'react';
import { actionOf, belongsToPage, type Keymap, keyName, NO_CHORD, nextChord } from './keys';
import { letterKeysAct } from './letterKeys';

/** The keymaps of what is on the page now, the innermost first. */
const keymaps = new Set<{ readonly current: Keymap }>();

let chord = NO_CHORD;

/** Acts by key while the component is there, wherever the focus is. */
export function useKeymap(keymap: Keymap, enabled = true): void {
  const latest = useRef(keymap);
  useEffect(() => {
    latest.current = keymap;
  });
  useEffect(() => {
    if (!enabled) return;
    keymaps.add(latest);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      keymaps.delete(latest);
      if (keymaps.size === 0) window.removeEventListener('keydown', onKeyDown);
    };
  }, [enabled]);
}

/** One for all keymaps: `g u` must not be the `u` of another keymap. */
function onKeyDown(event: KeyboardEvent): void {
  if (isOverlaid() || !belongsToPage(event, letterKeysAct())) return;
  const maps = [...keymaps].map(({ current }) => current);
  const known = maps.flatMap(Object.keys);
  const step = nextChord(chord, keyName(event), event.timeStamp, known);
  chord = step.state;
  const action = step.name === null ? undefined : actionOf(maps, step.name, event.repeat);
  if (!action) return;
  event.preventDefault();
  action();
}

/** What stands below a dialog does not act while it is open. */
function isOverlaid(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}
