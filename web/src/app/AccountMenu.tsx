import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { client, doneOf } from '../api/client';
import { asProblem } from '../api/problem';
import { session } from '../api/session';
import { useMe } from '../api/useSession';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { initials } from '../ui/initials';
import { Menu } from '../ui/Menu';
import { ProblemNotice } from '../ui/ProblemNotice';
import css from './AccountMenu.module.css';
import { placesOf } from './places';

interface AccountMenuProps {
  readonly onNewWorkspace: () => void;
}

/** Who I am, where I work, and the way out. */
export function AccountMenu({ onNewWorkspace }: AccountMenuProps) {
  const me = useMe();
  const { name } = me.person;
  const navigate = useNavigate();
  const move = useMutation({
    mutationFn: (id: string) => session.moveTo(id),
    onSuccess: () => navigate({ to: '/' }),
  });
  const leaveAll = useMutation({
    mutationFn: () => doneOf(client.POST('/api/v1/sign-out-everywhere')),
    onSuccess: () => session.over(),
  });
  return (
    <>
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
        <Workspaces onMove={(id) => move.mutate(id)} onNew={onNewWorkspace} />
        <hr />
        <button type="button" onClick={() => void session.signOut()}>
          <Icon name="leave" /> Sign out
        </button>
        <button type="button" onClick={() => leaveAll.mutate()}>
          <Icon name="leave" /> Sign out everywhere
        </button>
      </Menu>
      <Failure
        title="The workspace could not be changed"
        error={move.error}
        onRetry={() => move.variables && move.mutate(move.variables)}
        onClose={move.reset}
      />
      <Failure
        title="You are not signed out everywhere"
        error={leaveAll.error}
        onRetry={leaveAll.mutate}
        onClose={leaveAll.reset}
      />
    </>
  );
}

interface WorkspacesProps {
  readonly onMove: (id: string) => void;
  readonly onNew: () => void;
}

function Workspaces({ onMove, onNew }: WorkspacesProps) {
  const { workspace, workspaces, permissions } = useMe();
  return (
    <>
      {workspaces.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          aria-current={id === workspace.id}
          onClick={() => id !== workspace.id && onMove(id)}
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

interface FailureProps {
  readonly title: string;
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

/** The menu has closed when an answer comes: what failed is told over the page. */
function Failure({ title, error, onRetry, onClose }: FailureProps) {
  if (!error) return null;
  return (
    <Dialog title={title} onClose={onClose}>
      <ProblemNotice problem={asProblem(error)} onRetry={onRetry} />
    </Dialog>
  );
}
