import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FileChoices, FileOrigin, OfferedChoice } from '../api/types';
import { Field } from '../ui/Field';
import { SelectField } from '../ui/SelectField';
import css from './ChoiceFields.module.css';

interface ChoiceFieldsProps {
  readonly chosen: FileChoices;
  /** What the file is before anything is chosen. */
  readonly origin: FileOrigin;
  readonly onChoices: (chosen: FileChoices) => void;
}

const WORDS: Record<OfferedChoice['kind'], string> = {
  sheet: 'Sheet',
  records: 'Entries at',
  member: 'File in the archive',
  widths: 'Columns',
};

/** What archives call the whole of themselves. */
const ALL_MEMBERS = 'all';

/** What can be taken of a file, where there is more than one thing to take. */
export function ChoiceFields({ chosen, origin, onChoices }: ChoiceFieldsProps) {
  const offered = origin.choices.filter((choice) => choice.offered.length > 1);
  if (offered.length === 0 && origin.format !== 'fixed') return null;
  return (
    <div className={css.choices}>
      {offered.map((choice) => (
        <SelectField
          key={choice.kind}
          label={WORDS[choice.kind]}
          value={chosen[choice.kind] ?? choice.taken}
          options={optionsOf(choice)}
          onValue={(value) =>
            onChoices(value === ALL_MEMBERS ? {} : { ...chosen, [choice.kind]: value })
          }
        />
      ))}
      {origin.format === 'fixed' && (
        <WidthsForm
          widths={chosen.widths ?? ''}
          onWidths={(widths) => onChoices(widths === '' ? {} : { ...chosen, widths })}
        />
      )}
    </div>
  );
}

function optionsOf({ kind, taken, offered }: OfferedChoice): (readonly [string, string])[] {
  const all = offered.includes(taken) ? offered : [taken, ...offered];
  return all.map((each) => [each, kind === 'member' && each === ALL_MEMBERS ? 'All' : each]);
}

interface WidthsFormProps {
  readonly widths: string;
  readonly onWidths: (widths: string) => void;
}

function WidthsForm({ widths, onWidths }: WidthsFormProps) {
  const [text, setText] = useState(widths);
  return (
    <form
      className={css.widths}
      onSubmit={(event) => {
        event.preventDefault();
        onWidths(text.trim());
      }}
    >
      <Field
        label={WORDS.widths}
        value={text}
        onText={setText}
        placeholder="date 1-10, amount 11-22"
        hint="Names, with the first and last character of each. Empty: found in the lines."
      />
      <Button type="submit" size="xs" variant="default" disabled={text.trim() === widths}>
        Read so
      </Button>
    </form>
  );
}
