import type { Density, Theme } from '../api/types';
import { useMe } from '../api/useSession';
import { FormProblem } from '../ui/FormProblem';
import { Panel } from '../ui/Panel';
import { SelectField } from '../ui/SelectField';
import { timeZoneOptions } from '../ui/timeZones';
import { localeOptions } from './locales';
import css from './ProfilePage.module.css';
import { useChangeMe } from './useChangeMe';

const THEMES = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;
const DENSITIES = [
  ['comfortable', 'Comfortable'],
  ['compact', 'Compact: more rows at once'],
] as const;

/** How the pages look and write; what is chosen is there at once, on every device. */
export function LookPanel() {
  const { locale, timeZone, density, theme } = useMe().profile;
  const { mutate, error } = useChangeMe();
  return (
    <Panel title="How you see the pages">
      <div className={css.pair}>
        <SelectField
          label="Numbers and dates"
          value={locale}
          options={localeOptions(locale)}
          onValue={(next) => mutate({ locale: next })}
          hint="The words stay English."
        />
        <SelectField
          label="Time zone"
          value={timeZone}
          options={timeZoneOptions(timeZone)}
          onValue={(next) => mutate({ timeZone: next })}
          hint="Of points in time; a booking date has none."
        />
        <SelectField
          label="Colours"
          value={theme}
          options={THEMES}
          onValue={(next) => mutate({ theme: next as Theme })}
        />
        <SelectField
          label="Density"
          value={density}
          options={DENSITIES}
          onValue={(next) => mutate({ density: next as Density })}
        />
      </div>
      <FormProblem error={error} />
    </Panel>
  );
}
