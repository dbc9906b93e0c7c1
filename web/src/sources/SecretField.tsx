import { Field } from '../ui/Field';
import { TextArea } from '../ui/TextArea';
import type { PlaceDraft } from './placeDraft';

interface SecretFieldProps {
  readonly draft: PlaceDraft;
  readonly isKept: boolean;
  readonly onSecret: (secret: string) => void;
}

/** What proves that we may; what is kept of it is never shown. */
export function SecretField({ draft, isKept, onSecret }: SecretFieldProps) {
  const hint = isKept
    ? 'Empty: the one that is kept, for the same server and login. It is never shown.'
    : 'It is kept sealed and never shown again.';
  if (draft.kind === 'sftp') {
    return (
      <TextArea
        label="Password, or private key"
        rows={3}
        hint={hint}
        value={draft.secret}
        onText={onSecret}
      />
    );
  }
  return (
    <Field
      label={draft.kind === 's3' ? 'Secret access key' : 'Password'}
      type="password"
      autoComplete="off"
      hint={hint}
      value={draft.secret}
      onText={onSecret}
    />
  );
}
