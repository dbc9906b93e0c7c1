import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { client, doneOf } from '../api/client';
import { session } from '../api/session';
import { useMe } from '../api/useSession';
import { Icon } from '../ui/Icon';
import { initials } from '../ui/initials';
import { Menu } from '../ui/Menu';
import css from './AccountMenu.module.css';
import { placesOf } from './places';

interface AccountMenuProps {
  readonly onNewWorkspace: () => void;
}

/** Who I am, where I work, and the way out. */
export function AccountMenu({ onNewWorkspace }: AccountMenuProps) {
  const me = useMe();
  const { name } = me.person;
  return (
    <Menu
      label={`${name}: account`}
      button={<span className={css.initials}>{initials(name)}</span>}
    >
      <p className={css.who}>
        <strong>{name}</strong>
        <span className="muted">{me.email}</span>
      </p>
      <hr />
      {placesOf(me.permissions).map(({ to, label, icon, inBar }) => (
        <Link key={to} to={to} className={inBar ? css.inBar : undefined}>
          <Icon name={icon} /> {label}
        </Link>
      ))}
      <hr />
      <Workspaces onNew={onNewWorkspace} />
      <hr />
      <Leave />
    </Menu>
  );
}

function Workspaces({ onNew }: { readonly onNew: () => void }) {
  const { workspace, workspaces, permissions } = useMe();
  const navigate = useNavigate();
  const move = useMutation({
    mutationFn: (id: string) => session.moveTo(id),
    onSuccess: () => navigate({ to: '/' }),
  });
  return (
    <>
      {workspaces.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          aria-current={id === workspace.id}
          onClick={() => id !== workspace.id && move.mutate(id)}
        >
          <Icon name={id === workspace.id ? 'check' : 'building'} /> {name}
        </button>
      ))}
      {permissions.includes('write:workspaces') && (
        <button type="button" onClick={onNew}>
          <Icon name="plus" /> New workspace
        </button>
      )}
    </>
  );
}

function Leave() {
  const leave = useMutation({ mutationFn: () => session.signOut() });
  const leaveAll = useMutation({
    mutationFn: () => doneOf(client.POST('/api/v1/sign-out-everywhere')),
    onSuccess: () => session.over(),
  });
  return (
    <>
      <button type="button" onClick={() => leave.mutate()}>
        <Icon name="leave" /> Sign out
      </button>
      <button type="button" onClick={() => leaveAll.mutate()}>
        <Icon name="leave" /> Sign out everywhere
      </button>
    </>
  );
}
