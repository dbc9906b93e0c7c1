import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { PasswordForm } from '../access/PasswordForm';
import { removePasskey, renamePasskey } from '../access/passkey';
import type { Passkey } from '../api/types';
import { useMe } from '../api/useSession';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';
import { formatAgo, formatInstant } from '../ui/format';
import css from './ProfilePage.module.css';

interface PasskeyRowProps {
  readonly passkey: Passkey;
  readonly onChange: () => void;
}

type Step = 'none' | 'rename' | 'remove';

/** One passkey, with what may be done to it. */
export function PasskeyRow({ passkey, onChange }: PasskeyRowProps) {
  const { hasPassword } = useMe();
  const [step, setStep] = useState<Step>('none');
  const end = () => {
    setStep('none');
    onChange();
  };
  return (
    <tr>
      <th scope="row" title={`Added ${formatInstant(passkey.createdAt)}`}>
        {passkey.name}
      </th>
      <td data-label="Used" className="muted">
        {passkey.usedAt ? formatAgo(passkey.usedAt, Date.now()) : 'never'}
      </td>
      <td className="num">
        <span className={css.rowVerbs}>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Rename ${passkey.name}`}
            onClick={() => setStep('rename')}
          >
            Rename
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Remove ${passkey.name}`}
            onClick={() => setStep('remove')}
          >
            Remove
          </Button>
        </span>
        {step === 'rename' && (
          <Rename passkey={passkey} onClose={() => setStep('none')} onDone={end} />
        )}
        {step === 'remove' && (
          <Dialog title={`Remove ${passkey.name}`} onClose={() => setStep('none')}>
            <p>The device keeps its half of the key, which opens nothing any more.</p>
            <PasswordForm
              verb="Remove"
              without={!hasPassword}
              ask={async (password) => {
                await removePasskey(passkey.id, hasPassword ? password : null);
                end();
              }}
              onCancel={() => setStep('none')}
            />
          </Dialog>
        )}
      </td>
    </tr>
  );
}

interface RenameProps {
  readonly passkey: Passkey;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function Rename({ passkey, onClose, onDone }: RenameProps) {
  const [name, setName] = useState(passkey.name);
  const rename = useMutation({
    mutationFn: () => renamePasskey(passkey.id, name),
    onSuccess: onDone,
  });
  return (
    <Dialog title={`Rename ${passkey.name}`} onClose={onClose}>
      <Form
        verb="Rename"
        onSubmit={() => rename.mutate()}
        isPending={rename.isPending}
        error={rename.error}
        fields={{ '#/name': 'Name' }}
        onCancel={onClose}
      >
        <Field label="Name" required maxLength={100} data-autofocus value={name} onText={setName} />
      </Form>
    </Dialog>
  );
}
