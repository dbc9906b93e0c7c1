import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { Proposal, Side } from '../api/types';
import { DropZone } from '../ui/DropZone';
import { IconButton } from '../ui/IconButton';
import { addFiles, type FilePair } from './draft';
import { FileCard } from './FileCard';
import css from './FileSlots.module.css';
import type { UploadState } from './useUploads';

interface FileSlotsProps {
  readonly files: FilePair;
  readonly uploads: Readonly<Record<Side, UploadState>>;
  readonly proposal: Proposal | undefined;
  readonly onFiles: (files: FilePair) => void;
}

const OTHER: Record<Side, Side> = { left: 'right', right: 'left' };

/** Where the two files go: one wide zone first, then a card a side. */
export function FileSlots({ files, uploads, proposal, onFiles }: FileSlotsProps) {
  const navigate = useNavigate();
  const add = (dropped: readonly File[]) => onFiles(addFiles(files, dropped));

  if (!files.left && !files.right) {
    return (
      <DropZone
        label="Drop two files to compare"
        hint="CSV or TSV, any delimiter, encoding or date order. The first becomes the left side."
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
