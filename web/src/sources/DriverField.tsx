import { api } from '../api/client';
import { asProblem } from '../api/problem';
import { ProblemNotice } from '../ui/ProblemNotice';
import { SelectField } from '../ui/SelectField';
import type { PlaceFieldsProps } from './placeDraft';

/** Which kind of database is queried; the server says which it has drivers for. */
export function DriverField({ draft, onDraft }: PlaceFieldsProps) {
  const { data, error } = api.useQuery('get', '/api/v1/database-drivers');
  if (error) return <ProblemNotice problem={asProblem(error)} />;
  const items = data?.items ?? [];
  const options = items.map(({ name, title }) => [name, title] as const);
  const isKnown = items.some(({ name }) => name === draft.driver);
  return (
    <SelectField
      label="Kind of database"
      value={draft.driver}
      options={isKnown ? options : [...options, [draft.driver, draft.driver]]}
      onValue={(driver) => {
        const port = items.find(({ name }) => name === driver)?.port;
        onDraft({ ...draft, driver, port: port === undefined ? draft.port : String(port) });
      }}
    />
  );
}
