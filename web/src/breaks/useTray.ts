import { useState } from 'react';
import { putBack, type Tray } from './tray';

/** The tray of this page. */
export function useTray() {
  const [tray, setTray] = useState<Tray>([]);

  /** Takes rows out that are being decided; what is given back puts them there again. */
  function takeOut(ids: readonly string[]): () => void {
    const taken = tray.filter(({ id }) => ids.includes(id));
    setTray((now) => now.filter(({ id }) => !ids.includes(id)));
    return () => setTray((now) => putBack(now, taken));
  }

  return { tray, setTray, takeOut };
}
