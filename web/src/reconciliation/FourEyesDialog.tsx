import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '../api/problem';
import type { FourEyes, Reconciliation } from '../api/types';
import { Choice } from '../ui/Choice';
import { Dialog } from '../ui/Dialog';
import { Form } from '../ui/Form';
import { formatAmount } from '../ui/format';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { TextArea } from '../ui/TextArea';
import { type FourEyesRead, readFourEyes, saveFourEyes } from './fourEyes';
import { readLimits, writeLimits } from './limits';

interface FourEyesDialogProps {
  readonly reconciliation: Reconciliation;
  readonly onClose: () => void;
}

const FIELDS = {
  '#/askedFor': 'Which decisions',
  '#/limits': 'Limits of a decision',
  '#/dailyLimits': 'Limits of a day',
};
const OPTIONS = [
  { value: 'off', label: 'None', hint: 'Every decision counts at once.' },
  { value: 'all', label: 'All', hint: 'Every match, unmatch, accept and reject by hand waits.' },
  {
    value: 'above',
    label: 'Above an amount',
    hint: 'What comes to more than the limit of its currency waits, and so does all in others.',
  },
] as const;

/** Which decisions by hand wait until another person approves them. */
export function FourEyesDialog({ reconciliation, onClose }: FourEyesDialogProps) {
  const { data, error, refetch } = useQuery({
    queryKey: ['four-eyes', reconciliation.id],
    queryFn: () => readFourEyes(reconciliation.id),
    // Read once each time it is opened: what is being changed does not change under the hand.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Dialog title="Which decisions another person approves" onClose={onClose}>
      {error && <ProblemNotice problem={asProblem(error)} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label="what is asked for" />}
      {data && <FourEyesForm read={data} reconciliation={reconciliation} onClose={onClose} />}
    </Dialog>
  );
}

interface FourEyesFormProps extends FourEyesDialogProps {
  readonly read: FourEyesRead;
}

function FourEyesForm({ read, reconciliation, onClose }: FourEyesFormProps) {
  const { version, asked: now } = read;
  const queryClient = useQueryClient();
  const [askedFor, setAskedFor] = useState(now.askedFor);
  const [text, setText] = useState(writeLimits(now.limits ?? []));
  const [daily, setDaily] = useState(writeLimits(now.dailyLimits ?? []));
  const save = useMutation({
    mutationFn: () =>
      saveFourEyes(
        reconciliation.id,
        version,
        askedFor === 'above' ? above(text, daily) : { askedFor },
      ),
    onSuccess: async () => {
      await queryClient.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/v1/reconciliations'),
      });
      onClose();
    },
  });
  return (
    <Form
      verb="Save"
      onSubmit={() => save.mutate()}
      isPending={save.isPending}
      error={save.error}
      fields={FIELDS}
      onCancel={onClose}
    >
      <Choice
        legend="Another person approves"
        value={askedFor}
        options={OPTIONS}
        onValue={setAskedFor}
      />
      {askedFor === 'above' && (
        <>
          <TextArea
            label="Limits of a decision"
            hint={`One a line: a currency and an amount, such as EUR ${formatAmount('1000.00')}`}
            required
            value={text}
            onText={setText}
          />
          <TextArea
            label="Limits of a day"
            hint="What one person may decide alone in 24 hours, so that nothing large is split"
            value={daily}
            onText={setDaily}
          />
        </>
      )}
    </Form>
  );
}

function above(limits: string, daily: string): FourEyes {
  return { askedFor: 'above', limits: readLimits(limits), dailyLimits: readLimits(daily) };
}
