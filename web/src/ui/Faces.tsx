import type { Person } from '../api/types';
import css from './Faces.module.css';
import { initials } from './initials';

interface FacesProps {
  readonly people: readonly Person[];
  /** What they do, said after their names: "look at this break". */
  readonly doing: string;
}

const FACES_MAX = 3;

/** People as small round initials; their names are said in full to those who ask. */
export function Faces({ people, doing }: FacesProps) {
  if (people.length === 0) return null;
  const names = `${people.map(({ name }) => name).join(', ')} ${doing}`;
  const more = people.length - FACES_MAX;
  return (
    <span className={css.faces} role="img" aria-label={names} title={names}>
      {people.slice(0, FACES_MAX).map(({ id, name }) => (
        <span key={id} className={css.face}>
          {initials(name)}
        </span>
      ))}
      {more > 0 && <span className={css.face}>+{more}</span>}
    </span>
  );
}
