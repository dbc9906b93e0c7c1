import { Button } from '@mantine/core';
import type { BreakDetail, Candidate } from '../api/types';
import { Icon } from '../ui/Icon';
import { Keys } from '../ui/Keys';
import css from '../ui/Verbs.module.css';
import { matchLabel } from '../ui/vocabulary';

export interface BreakActions {
  readonly onMatch: () => void;
  readonly onTray: () => void;
  readonly onUnmatch: () => void;
  readonly onComment: () => void;
  readonly onUndo: () => void;
}

/** Whether it is still to be worked, or what became of it. */
export type Standing = 'open' | 'waiting' | 'resolved';

interface ActionBarProps extends BreakActions {
  readonly row: BreakDetail['row'];
  readonly chosen: Candidate | undefined;
  readonly standing: Standing;
  readonly inTray: boolean;
  readonly mayDecide: boolean;
  readonly mayComment: boolean;
  readonly isCommentBegun: boolean;
}

/** What can be done with the selected break, each with its key. */
export function ActionBar(props: ActionBarProps) {
  const { row, chosen, standing, inTray, mayDecide } = props;
  const comment = props.mayComment && (
    <CommentButton isBegun={props.isCommentBegun} onComment={props.onComment} />
  );
  if (standing === 'waiting') {
    return (
      <div className={css.bar}>
        <span className={css.state}>
          <Icon name="clock" /> Waits for approval
        </span>
        {comment}
      </div>
    );
  }
  if (standing === 'resolved') {
    return (
      <div className={css.bar}>
        <span className={css.state} data-done>
          <Icon name="check" /> Resolved
        </span>
        {mayDecide && (
          <Button
            size="xs"
            variant="default"
            rightSection={<Keys of="Ctrl Z" />}
            onClick={props.onUndo}
          >
            Undo
          </Button>
        )}
        {comment}
      </div>
    );
  }
  if (!mayDecide) return <div className={css.bar}>{comment}</div>;
  return (
    <div className={css.bar}>
      {chosen && (
        <Button
          size="xs"
          rightSection={<Keys of="Enter" />}
          disabled={chosen.taken !== null}
          title={chosen.taken ? `Unmatch ${matchLabel(chosen.taken.number)} first` : undefined}
          onClick={props.onMatch}
        >
          Match candidate {chosen.rank}
        </Button>
      )}
      {row.matchId === null ? (
        <Button
          size="xs"
          variant="default"
          rightSection={<Keys of="Space" />}
          onClick={props.onTray}
        >
          {inTray ? 'From tray' : 'To tray'}
        </Button>
      ) : (
        <Button
          size="xs"
          variant="default"
          rightSection={<Keys of="u" />}
          onClick={props.onUnmatch}
        >
          Unmatch
        </Button>
      )}
      {comment}
    </div>
  );
}

interface CommentButtonProps {
  readonly isBegun: boolean;
  readonly onComment: () => void;
}

function CommentButton({ isBegun, onComment }: CommentButtonProps) {
  return (
    <Button size="xs" variant="default" rightSection={<Keys of="c" />} onClick={onComment}>
      {isBegun ? 'Go on with the comment' : 'Comment'}
    </Button>
  );
}
