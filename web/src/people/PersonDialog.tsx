import { useState } from 'react';
import type { PersonDetail } from '../api/types';
import { Dialog } from '../ui/Dialog';
import { Form } from '../ui/Form';
import css from './PersonDialog.module.css';
import { PersonHelp } from './PersonHelp';
import { RoleChoice } from './RoleChoice';
import { useChangePerson } from './useChangePerson';

interface PersonDialogProps {
  readonly person: PersonDetail;
  readonly onClose: () => void;
}

/** Roles, and whether a person may come in at all; what is changed acts at once. */
export function PersonDialog({ person, onClose }: PersonDialogProps) {
  // What was read when the dialog was opened: a later version has roles that are not ticked here.
  const [read] = useState(person);
  const [roles, setRoles] = useState(read.roles);
  const change = useChangePerson(read, onClose);
  const turn = useChangePerson(person, onClose);
  const disabled = person.status === 'disabled';
  return (
    <Dialog title={person.name} onClose={onClose}>
      <p className={css.email}>{person.email}</p>
      <Form
        verb="Change the roles"
        onSubmit={() => change.mutate({ roles })}
        isPending={change.isPending}
        error={change.error ?? turn.error}
        fields={{ '#/roles': 'Roles' }}
        disabled={roles.join() === read.roles.join()}
      >
        <RoleChoice chosen={roles} onChosen={setRoles} />
      </Form>
      <PersonHelp person={person} />
      <section className={css.part} aria-label={disabled ? 'Enable' : 'Disable'}>
        <p className="muted">
          {disabled
            ? 'Disabled: every way in is closed. What the person did stays.'
            : 'A disabled person is signed out everywhere at once; what they did stays.'}
        </p>
        <button
          type="button"
          className={disabled ? css.verb : css.danger}
          onClick={() => turn.mutate({ status: disabled ? 'active' : 'disabled' })}
        >
          {disabled ? 'Enable' : 'Disable'} {person.name}
        </button>
      </section>
    </Dialog>
  );
}
