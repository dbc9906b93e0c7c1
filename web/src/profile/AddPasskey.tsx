import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { addPasskey } from '../access/passkey';
import { RecoveryCodeList } from '../access/RecoveryCodeList';
import { useMe } from '../api/useSession';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';
import { deviceLabel } from './device';

interface AddPasskeyProps {
  readonly onClose: () => void;
  readonly onAdded: () => void;
}

/** A name and the password, then the device; with the first one come the recovery codes. */
export function AddPasskey({ onClose, onAdded }: AddPasskeyProps) {
  const [name, setName] = useState(() => deviceLabel(navigator.userAgent));
  const { hasPassword } = useMe();
  const [password, setPassword] = useState('');
  const add = useMutation({
    mutationFn: () => addPasskey(name, hasPassword ? password : null),
    onSuccess: ({ recoveryCodes }) => {
      onAdded();
      if (recoveryCodes.length === 0) onClose();
    },
  });
  if (add.data) {
    return (
      <Dialog title="Your recovery codes" onClose={onClose}>
        <RecoveryCodeList codes={add.data.recoveryCodes} onDone={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog title="Add a passkey" onClose={onClose}>
      <Form
        verb="Add"
        onSubmit={() => add.mutate()}
        isPending={add.isPending}
        error={add.error}
        fields={{ '#/name': 'Name', '#/password': 'Your password' }}
        onCancel={onClose}
      >
        <Field
          label="Name"
          required
          maxLength={100}
          value={name}
          onText={setName}
          hint="By which you will know the device that keeps it."
        />
        {hasPassword && (
          <Field
            label="Your password"
            type="password"
            autoComplete="current-password"
            required
            maxLength={128}
            data-autofocus
            value={password}
            onText={setPassword}
            hint="From then on it does not open your account alone."
          />
        )}
        {!hasPassword && (
          <p className="muted">You must have signed in within the last ten minutes.</p>
        )}
      </Form>
    </Dialog>
  );
}
