import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api } from '../api/client';
import type { Side } from '../api/types';
import { Choice } from '../ui/Choice';
import { Dialog } from '../ui/Dialog';
import { Form } from '../ui/Form';
import { ChosenFile } from './ChosenFile';
import css from './NewRunDialog.module.css';
import { type RunFiles, type RunWish, startRun } from './startRun';

interface NewRunDialogProps {
  readonly rec: string;
  readonly onClose: () => void;
}

const EVERYTHING_HINT =
  'These files hold all entries, old and new; nothing of an earlier run is added.';

function openHint(run: number): string {
  const carried = `What run #${run} left open comes first, with its comments, decisions and age`;
  return `${carried}; what it settled stays settled.`;
}

type Scope = 'open' | 'everything';

/** The next files: with what the last run left open, or instead of all that came before. */
export function NewRunDialog({ rec, onClose }: NewRunDialogProps) {
  const last = useLastResult(rec);
  const [chosen, setChosen] = useState<Scope | null>(null);
  const scope = chosen ?? (last ? 'open' : 'everything');
  const [files, setFiles] = useState<RunFiles>({ left: null, right: null });
  const follows = scope === 'open' ? last?.runId : undefined;
  const start = useStart(rec, onClose);
  const missing = follows ? !files.left && !files.right : !files.left || !files.right;
  const file = (side: Side) => (
    <ChosenFile
      side={side}
      file={files[side]}
      without={follows ? 'No new file: only what is open' : undefined}
      onFile={(next) => setFiles((now) => ({ ...now, [side]: next }))}
    />
  );
  return (
    <Dialog title="New run" onClose={onClose} wide>
      <Form
        verb="Run"
        onSubmit={() => start.mutate({ files, follows })}
        isPending={start.isPending}
        error={start.error}
        fields={{ '#/leftFile': 'Left file', '#/rightFile': 'Right file', '#/follows': 'Run' }}
        disabled={missing}
        onCancel={onClose}
      >
        {last && (
          <Choice
            legend="What is compared"
            value={scope}
            options={[
              {
                value: 'open',
                label: 'Add new files to what is open',
                hint: openHint(last.number),
              },
              {
                value: 'everything',
                label: 'Over everything',
                hint: EVERYTHING_HINT,
              },
            ]}
            onValue={setChosen}
          />
        )}
        <div className={css.files}>
          {file('left')}
          {file('right')}
        </div>
      </Form>
    </Dialog>
  );
}

/** The newest run with a result, as it is now: one may have ended since the page was opened. */
function useLastResult(rec: string) {
  const { data } = api.useQuery(
    'get',
    '/api/v1/reconciliations/{reconciliationId}',
    { params: { path: { reconciliationId: rec } } },
    { refetchOnMount: 'always' },
  );
  return data?.resultRun ?? undefined;
}

/** Whoever leaves the dialog before the run is queued has cancelled it. */
function useStart(rec: string, onStarted: () => void) {
  const navigate = useNavigate();
  const stop = useRef<AbortController>(null);
  useEffect(() => () => stop.current?.abort(), []);
  return useMutation({
    mutationFn: (wish: RunWish) => {
      stop.current = new AbortController();
      return startRun(rec, wish, stop.current.signal);
    },
    onSuccess: (run) => {
      onStarted();
      return navigate({ to: '/r/$rec/runs/$run', params: { rec, run: run.id } });
    },
  });
}
