import { Button } from '@mantine/core';
import { useState } from 'react';
import { PasswordForm } from '../access/PasswordForm';
import { RecoveryCodeList } from '../access/RecoveryCodeList';
import { TotpSetUp } from '../access/TotpSetUp';
import { readMe, removeTotp, renewRecoveryCodes } from '../access/totp';
import { useMe } from '../api/useSession';
import { Badge } from '../ui/Badge';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { Panel } from '../ui/Panel';
import css from './ProfilePage.module.css';

type Step = 'none' | 'add' | 'codes' | 'remove';

const CODES_FEW = 3;

/** Codes of an app beside the password, and what helps when the app is lost. */
export function SecondFactorPanel() {
  const { secondFactor, recoveryCodes } = useMe();
  const [step, setStep] = useState<Step>('none');
  const on = secondFactor === 'totp';
  return (
    <Panel
      title="Second factor"
      aside={
        on ? (
          <Badge tone="good">
            <Icon name="shield" size={14} /> On
          </Badge>
        ) : (
          <Badge>Off</Badge>
        )
      }
    >
      {on ? (
        <p>
          Signing in asks for a code of your app. {recoveryCodes} recovery{' '}
          {recoveryCodes === 1 ? 'code is' : 'codes are'} left
          {recoveryCodes < CODES_FEW && '; make new ones'}.
        </p>
      ) : secondFactor === 'passkey' ? (
        <p>
          A passkey is your second factor. {recoveryCodes} recovery{' '}
          {recoveryCodes === 1 ? 'code is' : 'codes are'} left.
        </p>
      ) : (
        <p>With a code of an app beside it, a password that somebody else learns opens nothing.</p>
      )}
      <div className={css.verbs}>
        {on ? (
          <>
            <Button size="xs" variant="default" onClick={() => setStep('codes')}>
              New recovery codes
            </Button>
            <Button size="xs" variant="default" onClick={() => setStep('remove')}>
              Turn it off
            </Button>
          </>
        ) : (
          <>
            <Button size="xs" onClick={() => setStep('add')}>
              Turn it on
            </Button>
            {secondFactor === 'passkey' && (
              <Button size="xs" variant="default" onClick={() => setStep('codes')}>
                New recovery codes
              </Button>
            )}
          </>
        )}
      </div>
      {step !== 'none' && <StepDialog step={step} onClose={() => setStep('none')} />}
    </Panel>
  );
}

interface StepDialogProps {
  readonly step: Exclude<Step, 'none'>;
  readonly onClose: () => void;
}

function StepDialog({ step, onClose }: StepDialogProps) {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  async function end() {
    await readMe();
    onClose();
  }
  switch (step) {
    case 'add':
      return (
        <Dialog title="Turn the second factor on" onClose={onClose}>
          <TotpSetUp onDone={() => void end()} onCancel={onClose} />
        </Dialog>
      );
    case 'codes':
      return (
        <Dialog title="New recovery codes" onClose={() => void end()}>
          {codes ? (
            <RecoveryCodeList codes={codes} onDone={() => void end()} />
          ) : (
            <>
              <p>The codes that you have now end with it.</p>
              <PasswordForm
                verb="Make new codes"
                ask={async (password) => setCodes(await renewRecoveryCodes(password))}
                onCancel={onClose}
              />
            </>
          )}
        </Dialog>
      );
    case 'remove':
      return (
        <Dialog title="Turn the second factor off" onClose={onClose}>
          <p>Your password alone opens your account then.</p>
          <PasswordForm
            verb="Turn it off"
            ask={async (password) => {
              await removeTotp(password);
              await end();
            }}
            onCancel={onClose}
          />
        </Dialog>
      );
  }
}
