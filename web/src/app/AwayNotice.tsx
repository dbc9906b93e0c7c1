import { useIsAway } from '../api/useLive';
import { Icon } from '../ui/Icon';
import css from './Shell.module.css';

/** Says at once that nothing can be saved, before somebody decides in vain. */
export function AwayNotice() {
  const isAway = useIsAway();
  return (
    <div role="status" style={{ display: 'contents' }}>
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
