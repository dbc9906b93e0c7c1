import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from '../ui/Form';
import { QrCode } from '../ui/QrCode';
import { CodeField } from './CodeField';
import css from './TotpProof.module.css';
import { confirmTotp, type TotpBegun } from './totp';

interface TotpProofProps {
  readonly begun: TotpBegun;
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onCancel?: (() => void) | undefined;
}

/** The secret goes into an app by camera or by hand; a first code proves that it is there. */
export function TotpProof({ begun, onCodes, onCancel }: TotpProofProps) {
  const [code, setCode] = useState('');
  const confirm = useMutation({ mutationFn: () => confirmTotp(code), onSuccess: onCodes });
  return (
    <Form
      verb="Confirm"
      onSubmit={() => confirm.mutate()}
      isPending={confirm.isPending}
      error={confirm.error}
      fields={{ '#/code': 'Code' }}
      onCancel={onCancel}
    >
      <p>Scan this with an app for one-time codes, then type the six digits that it shows.</p>
      <div className={css.secret}>
        <QrCode label="The secret as a QR code; it stands beside it as text" text={begun.uri} />
        <p>
          <span className="muted">Or type it in:</span>
          <code className={css.text}>{inFours(begun.secret)}</code>
        </p>
      </div>
      <CodeField autoFocus value={code} onText={setCode} />
    </Form>
  );
}

function inFours(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret;
}
