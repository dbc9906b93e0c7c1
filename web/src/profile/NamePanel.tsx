import { useState } from 'react';
import { useMe } from '../api/useSession';
import { Badge } from '../ui/Badge';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';
import { Panel } from '../ui/Panel';
import { ROLE_WORDS } from '../ui/vocabulary';
import css from './ProfilePage.module.css';
import { useChangeMe } from './useChangeMe';

/** The name that colleagues see, and what cannot be changed here. */
export function NamePanel() {
  const { person, email, workspace, roles } = useMe();
  const [name, setName] = useState(person.name);
  const change = useChangeMe();
  return (
    <Panel title="Who you are">
      <dl className={css.facts}>
        <dt>E-mail</dt>
        <dd>{email}</dd>
        <dt>Workspace</dt>
        <dd>{workspace.name}</dd>
        <dt>Roles</dt>
        <dd>
          {roles.map((role) => (
            <Badge key={role}>{ROLE_WORDS[role].label}</Badge>
          ))}
        </dd>
      </dl>
      <Form
        verb="Change the name"
        onSubmit={() => change.mutate({ name })}
        isPending={change.isPending}
        error={change.error}
        fields={{ '#/name': 'Name' }}
        disabled={name.trim() === '' || name === person.name}
      >
        <Field
          label="Name"
          autoComplete="name"
          required
          maxLength={100}
          value={name}
          onText={setName}
          hint="What you did before keeps the name that you had."
        />
      </Form>
    </Panel>
  );
}
