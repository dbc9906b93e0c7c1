import { useEffect, useRef, useState } from 'react';
import { useStable } from './useStable';

const TYPING_MILLIS = 250;

/** A text that is kept elsewhere: what is typed shows at once, and is told at a pause. */
export function useTyped(text: string | undefined, onText: (text: string | undefined) => void) {
  const kept = text ?? '';
  const [typed, setTyped] = useState(kept);
  const told = useRef(kept);
  const tell = useStable((next: string) => {
    told.current = next;
    onText(next || undefined);
  });
  // What comes back is what was typed here, and more may be typed since; all else is another text.
  useEffect(() => {
    if (kept === told.current) return;
    told.current = kept;
    setTyped(kept);
  }, [kept]);
  useEffect(() => {
    if (typed === told.current) return;
    const timer = setTimeout(() => tell(typed), TYPING_MILLIS);
    return () => clearTimeout(timer);
  }, [typed, tell]);
  return [typed, setTyped] as const;
}
