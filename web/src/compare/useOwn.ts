import { useRef } from 'react';
import type { LiveEvent } from '../api/types';

export type DecisionMade = Extract<LiveEvent, { type: 'decision-made' }>;

/** Which decisions were made and undone here, to know the events of them. */
export function useOwn(isInFlight: () => boolean) {
  const own = useRef(new Set<string>());
  return {
    keepOwn: (id: string, status: DecisionMade['status']) => own.current.add(`${id} ${status}`),
    /** An event can come before the answer of the call that caused it. */
    isOwn: ({ decisionId, status }: DecisionMade) =>
      isInFlight() || own.current.has(`${decisionId} ${status}`),
  };
}
