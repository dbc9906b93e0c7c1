import { Button } from '@mantine/core';
import type { Problem } from '../api/types';
import { Icon } from './Icon';
import css from './ProblemNotice.module.css';

interface ProblemNoticeProps {
  readonly problem: Pick<Problem, 'title' | 'detail' | 'errors'> & { readonly traceId?: string };
  readonly onRetry?: (() => void) | undefined;
}

/** What failed, what to do, each fault with its place, and the id to quote. */
export function ProblemNotice({ problem, onRetry }: ProblemNoticeProps) {
  return (
    <div className={css.notice} role="alert">
      <span className={css.icon}>
        <Icon name="warning" />
      </span>
      <div>
        <p className={css.title}>{problem.title}</p>
        {!isListed(problem) && <p>{problem.detail}</p>}
        {problem.errors.length > 0 && (
          <ul className={css.errors}>
            {problem.errors.map((error) => (
              <li key={`${error.pointer}${error.line}${error.detail}`}>
                <span className={css.where}>{placeOf(error)}</span> {error.detail}
              </li>
            ))}
          </ul>
        )}
        <div className={css.foot}>
          {onRetry && (
            <Button size="xs" variant="default" onClick={onRetry}>
              Retry
            </Button>
          )}
          {problem.traceId && <span className="muted mono">{problem.traceId}</span>}
        </div>
      </div>
    </div>
  );
}

/** Does the only fault of the list say all of it, with its place in words? */
function isListed({ detail, errors }: ProblemNoticeProps['problem']): boolean {
  return errors.length === 1 && detail.endsWith(` ${errors[0]?.detail}.`);
}

function placeOf(error: Problem['errors'][number]): string {
  if (error.line !== null && error.column !== null) return `Line ${error.line}:${error.column}`;
  if (error.line !== null) return `Line ${error.line}`;
  return error.pointer ?? '';
}
