import { useId, useState } from 'react';
import { FileButton } from '../ui/FileButton';
import { formatCount } from '../ui/format';
import css from './FieldEditor.module.css';
import { type Pair, pairsText, type ReadPairs, readPairs } from './lookUp';

interface LookUpEditorProps {
  readonly table: string;
  readonly pairs: readonly Pair[];
  readonly onPairs: (pairs: readonly Pair[]) => void;
}

const HOW =
  'One a line: the text, a comma, what it stands for. Paste two columns of a spreadsheet, ' +
  'or drop a CSV file here.';

/** A look-up table: typed, pasted from a spreadsheet, or dropped as CSV. */
export function LookUpEditor({ table, pairs, onPairs }: LookUpEditorProps) {
  const [text, setText] = useState(() => pairsText(pairs));
  const [isOver, setOver] = useState(false);
  const [header, setHeader] = useState('');
  const id = useId();
  const { fault } = readPairs(text);

  function take(next: string) {
    setText(next);
    const read = readPairs(next);
    if (!read.fault) onPairs(read.pairs);
  }

  /** As a rule set reads a table that it names as a file: a header, then two columns. */
  async function takeFile(file: File | undefined) {
    if (!file) return;
    const [first = '', ...lines] = (await file.text()).split(/\r?\n/);
    setHeader(first);
    take(lines.join('\n'));
  }

  return (
    <div>
      <label htmlFor={id} className={css.label}>
        Look-up table {table}
      </label>
      <textarea
        id={id}
        className={css.area}
        data-over={isOver || undefined}
        spellCheck={false}
        rows={5}
        value={text}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-hint`}
        onChange={(event) => take(event.currentTarget.value)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void takeFile(event.dataTransfer.files[0]);
        }}
      />
      <p id={`${id}-hint`} className={fault ? css.wrong : 'muted'} aria-live="polite">
        {fault ? wrongLine(fault) : `${formatCount(pairs.length)} texts. ${HOW}`}
      </p>
      {header !== '' && (
        <p className="muted" role="status">
          The first line of the file is its header: {header}
        </p>
      )}
      <p>
        <FileButton label={`A CSV file for ${table}`} onFile={(file) => void takeFile(file)} />
      </p>
    </div>
  );
}

function wrongLine({ line, columns }: NonNullable<ReadPairs['fault']>): string {
  const found = columns === 1 ? 'one column' : `${formatCount(columns)} columns`;
  return `Line ${line} has ${found}; expected a text, a comma and what it stands for.`;
}
