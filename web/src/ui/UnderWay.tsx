import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asProblem } from '../api/problem';
import { useMay } from '../api/useSession';
import { Panel } from './Panel';
import { ProblemNotice } from './ProblemNotice';

interface UnderWayProps {
  readonly title: string;
  readonly onCancel: () => Promise<unknown>;
  readonly children: ReactNode;
}

/** Work that goes on in the background, and the way to stop it for who may run it. */
export function UnderWay({ title, onCancel, children }: UnderWayProps) {
  const mayCancel = useMay('run:reconciliations');
  const { mutate, isPending, error } = useMutation({ mutationFn: onCancel });
  return (
    <Panel
      title={title}
      aside={
        mayCancel && (
          <Button size="compact-sm" variant="default" loading={isPending} onClick={() => mutate()}>
            Cancel
          </Button>
        )
      }
    >
      {children}
      {error && <ProblemNotice problem={asProblem(error)} />}
    </Panel>
  );
}
