import type { Roles } from '../api/types';
import { Icon } from '../ui/Icon';
import { ROLE_WORDS, ROLES } from '../ui/vocabulary';
import css from './RolesPage.module.css';
import { type Draft, isKept, permissionsOf, withPermission } from './roleDraft';

interface RoleMatrixProps {
  readonly roles: Roles;
  readonly draft: Draft;
  readonly onDraft: ((draft: Draft) => void) | undefined;
}

/** One line a permission, one column a role. */
export function RoleMatrix({ roles, draft, onDraft }: RoleMatrixProps) {
  const columns = ROLES.flatMap((name) => roles.roles.filter((role) => role.name === name));
  return (
    <div className={css.frame}>
      <table className={css.matrix}>
        <caption className="only-read-aloud">What each role may do</caption>
        <thead>
          <tr>
            <th scope="col">Permission</th>
            {columns.map(({ name }) => (
              <th key={name} scope="col" className={css.role}>
                {ROLE_WORDS[name].label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {roles.permissions.map(({ name, about }) => (
            <tr key={name}>
              <th scope="row">
                {about}
                <span className={css.name}>{name}</span>
              </th>
              {columns.map((role) => {
                const on = permissionsOf(role, draft).includes(name);
                const label = `${ROLE_WORDS[role.name].label}: ${about}`;
                return (
                  <td key={role.name} className={css.role}>
                    {onDraft ? (
                      <input
                        type="checkbox"
                        aria-label={label}
                        checked={on}
                        disabled={isKept(role.name, name)}
                        onChange={() => onDraft(withPermission(role, draft, name))}
                      />
                    ) : (
                      <Mark on={on} label={label} />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Mark({ on, label }: { readonly on: boolean; readonly label: string }) {
  return (
    <span className={on ? css.on : css.off}>
      {on ? <Icon name="check" /> : '–'}
      <span className="only-read-aloud">{`${label}: ${on ? 'yes' : 'no'}`}</span>
    </span>
  );
}
