import { Page } from '../ui/Page';
import { LookPanel } from './LookPanel';
import { NamePanel } from './NamePanel';
import { PasskeyPanel } from './PasskeyPanel';
import { PasswordPanel } from './PasswordPanel';
import css from './ProfilePage.module.css';
import { SecondFactorPanel } from './SecondFactorPanel';
import { SessionPanel } from './SessionPanel';

/** Who I am, how I see the pages, and how I sign in. */
export function ProfilePage() {
  return (
    <Page title="Profile" lead="Who you are, how you see the pages, and how you sign in.">
      <div className={css.columns}>
        <NamePanel />
        <LookPanel />
        <PasswordPanel />
        <SecondFactorPanel />
      </div>
      <PasskeyPanel />
      <SessionPanel />
    </Page>
  );
}
