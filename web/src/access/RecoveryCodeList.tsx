import { Button } from '@mantine/core';
import { Secret } from '../ui/Secret';

interface RecoveryCodeListProps {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

/** What opens the account when the app is lost; shown once. */
export function RecoveryCodeList({ codes, onDone }: RecoveryCodeListProps) {
  return (
    <>
      <p>
        Keep these codes where your app is not. Each opens your account once if it is lost.{' '}
        <strong>They are not shown again.</strong>
      </p>
      <Secret label="Recovery codes" text={codes.join('\n')} />
      <div>
        <Button size="sm" onClick={onDone}>
          I have kept them
        </Button>
      </div>
    </>
  );
}
