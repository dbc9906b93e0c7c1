import { useEffect, useRef } from 'react';
import type { BreakDetail } from '../api/types';
import { formatAgo, formatInstant } from '../ui/format';
import css from './CommentList.module.css';

/** What people said about a break, oldest first. */
export function CommentList({ comments }: { readonly comments: BreakDetail['comments'] }) {
  const section = useRef<HTMLElement>(null);
  const count = useRef(comments.length);
  useEffect(() => {
    // What was just said is seen, wherever the pane had been scrolled to.
    if (comments.length > count.current) section.current?.scrollIntoView({ block: 'nearest' });
    count.current = comments.length;
  }, [comments.length]);
  if (comments.length === 0) return null;
  return (
    <section ref={section} aria-label="Comments" className={css.comments}>
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
