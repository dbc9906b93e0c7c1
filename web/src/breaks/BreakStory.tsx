import { Link, useParams } from '@tanstack/react-router';
import type { BreakDetail } from '../api/types';
import { formatInstant } from '../ui/format';
import { ageOf } from './age';
import css from './BreakPane.module.css';

/** Since when a break is known, where its entries came from, and what became of it. */
export function BreakStory({ detail }: { readonly detail: BreakDetail }) {
  const { rec } = useParams({ from: '/r/$rec/breaks' });
  const { row, origins } = detail;
  const { firstSeen, later } = row;
  return (
    <div className={css.story}>
      <p>
        Open since run #{firstSeen.run}, {formatInstant(firstSeen.at)} (
        {ageOf(firstSeen.at, Date.now())})
      </p>
      {origins.map(({ side, line, file, fileLine, runs }) => (
        <p key={`${side}-${line}`}>
          {side} line {line} was carried on: first line {fileLine} of {file}; {runs}{' '}
          {runs === 1 ? 'run' : 'runs'} left it open
        </p>
      ))}
      {later && (
        <p>
          <Link to="/r/$rec/breaks" params={{ rec }} search={{ run: later.runId }}>
            Run #{later.run}
          </Link>{' '}
          carried it on; it is {later.status} there.
        </p>
      )}
    </div>
  );
}
