import { type DragEvent, useState } from 'react';
import { asProblem } from '../api/problem';
import type { FileChoices, Inspection, Side } from '../api/types';
import { HeldNotice } from '../ui/HeldNotice';
import { ProblemNotice } from '../ui/ProblemNotice';
import { SideTag } from '../ui/SideTag';
import { ChoiceFields } from './ChoiceFields';
import { DoorProofs } from './DoorProofs';
import css from './FileCard.module.css';
import { FileFacts } from './FileFacts';
import { FirstEntries } from './FirstEntries';
import { UploadLine } from './UploadLine';
import { useFileTable } from './useFileTable';
import type { UploadState } from './useUploads';

interface FileCardProps {
  readonly side: Side;
  readonly file: File;
  readonly upload: UploadState;
  readonly inspection: Inspection | undefined;
  readonly chosen: FileChoices;
  readonly onChoices: (chosen: FileChoices) => void;
  readonly onReplace: (file: File) => void;
}

/** What can be chosen is asked of the file of which nothing is chosen yet. */
const NOTHING: FileChoices = {};

/** One file: what it is, what it proves of itself, and how far its upload is. */
export function FileCard(props: FileCardProps) {
  const { side, file, upload, inspection, chosen, onReplace } = props;
  const { data: table, error } = useFileTable(upload.stored, chosen);
  const { data: unchosen } = useFileTable(upload.stored, NOTHING);
  const [over, setOver] = useState(false);
  const isChosen = Object.keys(chosen).length > 0;
  const held = isChosen ? null : (upload.stored?.door.problem ?? null);
  const origin = table?.origin ?? null;

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const next = event.dataTransfer.files[0];
    if (next) onReplace(next);
  }

  return (
    <section
      className={css.card}
      aria-label={`${side} file`}
      data-side={side}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <header className={css.head}>
        <SideTag side={side} />
        <h2 className={css.name} title={file.name}>
          {file.name}
        </h2>
        <label className={css.replace}>
          Replace
          <input
            type="file"
            className={css.input}
            aria-label={`Replace the ${side} file`}
            onChange={(event) => {
              const next = event.currentTarget.files?.[0];
              if (next) onReplace(next);
            }}
          />
        </label>
      </header>
      <FileFacts file={file} inspection={inspection} origin={origin} />
      <UploadLine file={file} upload={upload} />
      {upload.error !== null && (
        <ProblemNotice problem={asProblem(upload.error)} onRetry={upload.retry} />
      )}
      {error && <ProblemNotice problem={asProblem(error)} />}
      {held && (
        <>
          <HeldNotice title="Held at the door" problem={held} />
          <p className="muted">It is kept as it came. Drop the mended file on this card.</p>
        </>
      )}
      {!held && table?.problem && (
        <HeldNotice title="It cannot be read so" problem={table.problem} />
      )}
      {unchosen?.origin && (
        <ChoiceFields chosen={chosen} origin={unchosen.origin} onChoices={props.onChoices} />
      )}
      {origin && <DoorProofs origin={origin} />}
      {origin && <Notes notes={origin.notes} />}
      {table && origin && origin.format !== 'csv' && <FirstEntries table={table} />}
    </section>
  );
}

function Notes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <ul className={css.notes} aria-label="Notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
