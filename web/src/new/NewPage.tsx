import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { asProblem } from '../api/problem';
import type { FileChoices, Side } from '../api/types';
import { useMayStart, useMe } from '../api/useSession';
import { EmptyState } from '../ui/EmptyState';
import { takeOver } from '../ui/handover';
import { Page } from '../ui/Page';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { addFiles, type Draft, EMPTY_DRAFT, type FilePair, withChoices, withFiles } from './draft';
import { FileSlots } from './FileSlots';
import { keepDraft, keptDraft } from './keptDraft';
import css from './NewPage.module.css';
import { ProposalView } from './ProposalView';
import { RunBar } from './RunBar';
import { type ChosenSources, SourceChoice } from './SourceChoice';
import { useFileTable } from './useFileTable';
import { type StoredPair, useProposal } from './useProposal';
import { useStart } from './useStart';
import { isHeld, type UploadState, useUploads } from './useUploads';
import { useYields } from './useYields';

/** Drop two files, read what was understood, run. */
export function NewPage() {
  if (useMayStart()) return <Start />;
  return (
    <Page title="New reconciliation">
      <EmptyState
        icon="plus"
        title="Not for your role"
        text="Managers add reconciliations; ask one for it."
      />
    </Page>
  );
}

function Start() {
  const { id } = useMe().person;
  const [draft, setDraft] = useState<Draft>(() => keptDraft(id));
  const { files } = draft;
  const setFiles = (next: FilePair) => setDraft((now) => withFiles(now, next));
  useFirstFiles((first) => setFiles(addFiles(EMPTY_DRAFT.files, first)));
  const uploads = useUploads(files);
  const { stored: left } = uploads.left;
  const { stored: right } = uploads.right;
  useEffect(() => keepDraft(id, draft, { left, right }), [id, draft, left, right]);
  const isLeftOut = useIsLeftOut(uploads.left, draft.choices.left);
  const isRightOut = useIsLeftOut(uploads.right, draft.choices.right);
  const isOut = isLeftOut || isRightOut;
  const stored = isOut ? null : storedPair(uploads);
  const { proposal, rules, isWhole, error, isWorking, retry } = useProposal(draft, stored);
  const measured = useYields(stored, proposal, rules);
  const [sources, setSources] = useState<ChosenSources>({ left: '', right: '' });
  const start = useStart(uploads.finished);
  const ready = files.left !== null && files.right !== null;

  return (
    <Page
      title="New reconciliation"
      lead="Drop two files, read what was understood, run."
      actions={
        draft !== EMPTY_DRAFT && (
          <Button size="xs" variant="default" onClick={() => setDraft(EMPTY_DRAFT)}>
            Start over
          </Button>
        )
      }
    >
      <FileSlots
        draft={draft}
        uploads={uploads}
        proposal={proposal}
        onFiles={setFiles}
        onChoices={(side, chosen) => setDraft((now) => withChoices(now, side, chosen))}
      />
      {ready && !proposal && !error && !isOut && !isStopped(uploads) && (
        <Skeleton label="the preview" />
      )}
      {error && !isOut && <ProblemNotice problem={asProblem(error)} onRetry={retry} />}
      {proposal && !error && (
        <div className={css.proposal} aria-busy={isWorking}>
          <ProposalView
            draft={draft}
            proposal={proposal}
            rules={rules}
            stored={stored}
            isWhole={isWhole}
            measured={measured}
            onDraft={setDraft}
          />
        </div>
      )}
      {proposal && !error && <SourceChoice chosen={sources} onChosen={setSources} />}
      {start.error && <ProblemNotice problem={asProblem(start.error)} />}
      {proposal && !error && (
        <RunBar
          draft={draft}
          faults={proposal.faults.length}
          uploads={uploads}
          isStarting={start.isPending}
          onName={(name) => setDraft({ ...draft, name })}
          onRun={(name) => start.mutate({ name, rules, files, sources })}
        />
      )}
    </Page>
  );
}

/** Is a file kept out with what was chosen of it? Its card says why. */
function useIsLeftOut(upload: UploadState, chosen: FileChoices): boolean {
  const { data } = useFileTable(upload.stored, chosen);
  const isUnreadable = (data?.problem ?? null) !== null;
  return isUnreadable || (isHeld(upload) && data?.state !== 'ready');
}

/** Both files, once they are uploaded. */
function storedPair({ left, right }: Record<Side, UploadState>): StoredPair {
  if (!left.stored || !right.stored) return null;
  return { left: left.stored, right: right.stored };
}

/** Is there nothing to wait for before a file is replaced? */
function isStopped({ left, right }: Record<Side, UploadState>): boolean {
  return left.error !== null || right.error !== null;
}

/** Files that another page was given, or the sample, when the URL asks for it. */
function useFirstFiles(onFiles: (files: readonly File[]) => void) {
  const { sample } = useSearch({ from: '/new' });
  const navigate = useNavigate();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    let current = true;
    const dropped = takeOver();
    if (dropped.length > 0) onFiles(dropped);
    else if (sample) {
      void import('./sample').then(({ sampleFiles }) => {
        if (!current) return;
        onFiles(sampleFiles());
        // Loaded again, the page has what became of the sample, not the sample anew.
        void navigate({ to: '/new', replace: true });
      });
    }
    return () => {
      current = false;
    };
  }, [sample]);
}
