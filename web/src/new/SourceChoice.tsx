import type { Side } from '../api/types';
import { SelectField } from '../ui/SelectField';
import { useSourceOptions } from '../ui/sourceOptions';
import css from './SourceChoice.module.css';

/** Which source each file is a delivery of; none is an empty text. */
export type ChosenSources = Readonly<Record<Side, string>>;

interface SourceChoiceProps {
  readonly chosen: ChosenSources;
  readonly onChosen: (chosen: ChosenSources) => void;
}

/** Lets the files be deliveries of sources, so that the next ones build on them. */
export function SourceChoice({ chosen, onChosen }: SourceChoiceProps) {
  const options = useSourceOptions();
  if (options.length < 2) return null;
  return (
    <div className={css.choice}>
      <SelectField
        label="Left file is a delivery of"
        value={chosen.left}
        options={options}
        onValue={(left) => onChosen({ ...chosen, left })}
      />
      <SelectField
        label="Right file is a delivery of"
        value={chosen.right}
        options={options}
        onValue={(right) => onChosen({ ...chosen, right })}
      />
    </div>
  );
}
