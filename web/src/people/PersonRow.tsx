import { Button } from '@mantine/core';
import type { PersonDetail } from '../api/types';
import { useMe } from '../api/useSession';
import { Badge } from '../ui/Badge';
import { formatAgo, formatInstant } from '../ui/format';
import { ROLE_WORDS } from '../ui/vocabulary';
import css from './PersonRow.module.css';

interface PersonRowProps {
  readonly person: PersonDetail;
  readonly onOpen: (() => void) | undefined;
}

/** One person; who acted before anybody signed in has no address and cannot be changed. */
export function PersonRow({ person, onOpen }: PersonRowProps) {
  const me = useMe();
  const { name, email, status, roles, secondFactor, signedInAt } = person;
  return (
    <tr>
      <th scope="row">
        <span className={css.name}>
          {name} {person.id === me.person.id && <Badge>You</Badge>}
          {status === 'disabled' && <Badge tone="bad">Disabled</Badge>}
        </span>
        <span className={css.email}>{email ?? 'From before people signed in'}</span>
      </th>
      <td data-label="Roles">
        <span className={css.roles}>
          {roles.map((role) => (
            <Badge key={role}>{ROLE_WORDS[role].label}</Badge>
          ))}
          {roles.length === 0 && <span className="muted">none</span>}
        </span>
      </td>
      <td data-label="Second factor">{secondFactor ? 'On' : <span className="muted">Off</span>}</td>
      <td data-label="Signed in" className="muted">
        {signedInAt ? (
          <time dateTime={signedInAt} title={formatInstant(signedInAt)}>
            {formatAgo(signedInAt, Date.now())}
          </time>
        ) : (
          'never'
        )}
      </td>
      <td className="num">
        {onOpen && email !== null && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Change ${name}`}
            onClick={onOpen}
          >
            Change
          </Button>
        )}
      </td>
    </tr>
  );
}
