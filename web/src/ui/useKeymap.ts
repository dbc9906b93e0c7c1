import { useEffect, useRef } from 'react';
import {
  belongsToTarget,
  isLetter,
  isTyping,
  type Keymap,
  keyName,
  NO_CHORD,
  nextChord,
} from './keys';
import { letterKeysAct } from './letterKeys';

/** Listens on the whole page while the component is there; later keymaps do not stop earlier. */
export function useKeymap(keymap: Keymap, enabled = true): void {
  const latest = useRef(keymap);
  useEffect(() => {
    latest.current = keymap;
  });
  useEffect(() => {
    if (!enabled) return;
    let chord = NO_CHORD;
    function onKeyDown(event: KeyboardEvent) {
      if (!isCommand(event)) return;
      const step = nextChord(chord, keyName(event), event.timeStamp, Object.keys(latest.current));
      chord = step.state;
      const action = step.name === null ? undefined : latest.current[step.name];
      if (!action) return;
      event.preventDefault();
      action();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [enabled]);
}

function isCommand(event: KeyboardEvent): boolean {
  if (event.altKey || event.defaultPrevented) return false;
  if (isTyping(event) || belongsToTarget(event)) return false;
  return !isLetter(event) || letterKeysAct();
}
