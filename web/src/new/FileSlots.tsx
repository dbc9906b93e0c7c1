import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { FileChoices, Proposal, Side } from '../api/types';
import { DropZone } from '../ui/DropZone';
import { IconButton } from '../ui/IconButton';
import { FORMATS_HINT } from '../ui/vocabulary';
import { addFiles, type Draft, type FilePair } from './draft';
import { FileCard } from './FileCard';
import css from './FileSlots.module.css';
import { FormatList } from './FormatList';
import type { UploadState } from './useUploads';

interface FileSlotsProps {
  readonly draft: Draft;
  readonly uploads: Readonly<Record<Side, UploadState>>;
  readonly proposal: Proposal | undefined;
  readonly onFiles: (files: FilePair) => void;
  readonly onChoices: (side: Side, chosen: FileChoices) => void;
}

const OTHER: Record<Side, Side> = { left: 'right', right: 'left' };

/** Where the two files go: one wide zone first, then a card a side. */
export function FileSlots(props: FileSlotsProps) {
  const { draft, uploads, proposal, onFiles } = props;
  const { files } = draft;
  const navigate = useNavigate();
  const add = (dropped: readonly File[]) => onFiles(addFiles(files, dropped));

  if (!files.left && !files.right) {
    return (
      <>
        <DropZone
          label="Drop two files to compare"
          hint={`${FORMATS_HINT} The first becomes the left side.`}
          multiple
          onFiles={add}
        >
          <Button
            size="xs"
            variant="default"
            h={32}
            onClick={() => void navigate({ to: '/new', search: { sample: 'yes' } })}
          >
            Try the sample
          </Button>
        </DropZone>
        <FormatList />
      </>
    );
  }

  function slot(side: Side) {
    const file = files[side];
    if (!file) {
      return (
        <DropZone
          label={`Drop the ${side} file`}
          hint={`The ${OTHER[side]} one is there.`}
          onFiles={add}
        />
      );
    }
    return (
      <FileCard
        side={side}
        file={file}
        upload={uploads[side]}
        inspection={proposal?.[side]}
        chosen={draft.choices[side]}
        onChoices={(chosen) => props.onChoices(side, chosen)}
        onReplace={(next) => onFiles({ ...files, [side]: next })}
      />
    );
  }

  return (
    <div className={css.slots}>
      {slot('left')}
      <div className={css.swap}>
        <IconButton
          label="Swap left and right"
          icon="swap"
          onClick={() => onFiles({ left: files.right, right: files.left })}
        />
      </div>
      {slot('right')}
    </div>
  );
}
