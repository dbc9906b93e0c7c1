import { useState } from 'react';
import { PasswordForm } from './PasswordForm';
import { RecoveryCodeList } from './RecoveryCodeList';
import { TotpProof } from './TotpProof';
import { beginTotp, type TotpBegun } from './totp';

interface TotpSetUpProps {
  /** The codes are kept, the second factor is on. */
  readonly onDone: () => void;
  readonly onCancel?: () => void;
}

/** Three steps: the password, the app, the recovery codes. */
export function TotpSetUp({ onDone, onCancel }: TotpSetUpProps) {
  const [begun, setBegun] = useState<TotpBegun | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes) return <RecoveryCodeList codes={codes} onDone={onDone} />;
  if (begun) return <TotpProof begun={begun} onCodes={setCodes} onCancel={onCancel} />;
  return (
    <PasswordForm
      verb="Go on"
      ask={async (password) => setBegun(await beginTotp(password))}
      onCancel={onCancel}
    />
  );
}
