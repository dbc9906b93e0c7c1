import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useIsAway } from '../api/useLive';
import { Icon } from '../ui/Icon';
import css from './Shell.module.css';

/** Says at once that nothing can be saved, before somebody decides in vain. */
export function AwayNotice() {
  const isAway = useIsAway();
  const queryClient = useQueryClient();
  const wasAway = useRef(false);
  // What could not be read meanwhile is read now; a list itself asks for the page it lacks.
  useEffect(() => {
    if (wasAway.current && !isAway) {
      void queryClient.invalidateQueries({
        predicate: ({ state }) => state.status === 'error' && !state.fetchMeta?.fetchMore,
      });
    }
    wasAway.current = isAway;
  }, [isAway, queryClient]);
  return (
    <div role="status" className={css.status}>
      {isAway && (
        <p className={css.away}>
          <Icon name="warning" size={14} />
          <span>
            The server does not answer. Nothing is saved now; the page goes on by itself when it is
            back.
          </span>
        </p>
      )}
    </div>
  );
}
