import { useState } from 'react';
import { useLive } from '../api/useLive';

/** What others did since a list was read. */
export function useElsewhere() {
  const [others, setOthers] = useState(0);
  const [isOld, setOld] = useState(false);
  useLive((event) => {
    if (event.type === 'reset') setOld(true);
  });
  return {
    others,
    /** May they have done what nobody can tell any more? */
    isOld,
    count: () => setOthers((count) => count + 1),
    forget: () => {
      setOthers(0);
      setOld(false);
    },
  };
}
