import type { BreakDetail } from '../api/types';
import { formatAgo, formatInstant } from '../ui/format';
import css from './CommentList.module.css';

/** What people said about a break, oldest first. */
export function CommentList({ comments }: { readonly comments: BreakDetail['comments'] }) {
  if (comments.length === 0) return null;
  return (
    <section aria-label="Comments" className={css.comments}>
      <h3>Comments</h3>
      <ul>
        {comments.map(({ id, text, by, at }) => (
          <li key={id} className={css.comment}>
            <p className="muted">
              {by.name} ·{' '}
              <time dateTime={at} title={formatInstant(at)}>
                {formatAgo(at, Date.now())}
              </time>
            </p>
            <p className={css.text}>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
