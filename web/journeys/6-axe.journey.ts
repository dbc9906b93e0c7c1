import { expectNoFault } from './axe';
import { ADMIN } from './door';
import { sample } from './files';
import { expect, test } from './server';
import { pane, reconcile } from './steps';

const PAGES = [
  ['/people', 'In this workspace'],
  ['/roles', 'decide:breaks'],
  ['/api-keys', 'Keys'],
  ['/audit', 'Verify now'],
  ['/system', 'Servers of this database'],
  ['/profile', 'This one'],
] as const;

// Each goes to whichever worker is free: together they would be the end of all journeys, alone.
test.describe.configure({ mode: 'parallel' });

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing on any page', async ({ page }) => {
      test.setTimeout(120_000);
      await page.goto('/new');
      await expectNoFault(page, 'new, empty');
      await page.goto('/new?sample=yes');
      await page.getByText('Rules as text').click();
      // The bar at the foot lies over what is below it until the page is at its end.
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      await expectNoFault(page, 'new, with a preview');

      await reconcile(page, await sample(), `Axe ${colorScheme}`);
      await expectNoFault(page, 'run');

      await page.getByRole('link', { name: 'Work the breaks' }).click();
      await expect(pane(page).getByRole('table')).toBeVisible();
      await page.keyboard.press('Space');
      await expectNoFault(page, 'breaks');
      await page.keyboard.press('h');
      await expectNoFault(page, 'breaks with the history');
      await page.keyboard.press('h');
      await page.keyboard.press('c');
      await expectNoFault(page, 'breaks with a comment');

      await page.getByRole('link', { name: 'Matches' }).click();
      await expect(pane(page).getByRole('table')).toBeVisible();
      await expectNoFault(page, 'matches');

      await page.goto('/');
      await expect(page.getByRole('table')).toBeVisible();
      await expectNoFault(page, 'home');
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectNoFault(page, 'key sheet');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('listbox')).toBeVisible();
      await expectNoFault(page, 'palette');
    });

    test('axe finds nothing before the door', async ({ browser, server }) => {
      const context = await browser.newContext({ baseURL: server.address, colorScheme });
      const page = await context.newPage();
      await page.goto('/');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expectNoFault(page, 'sign in');
      await page.goto('/reset');
      await expect(page.getByRole('heading')).toBeVisible();
      await expectNoFault(page, 'forgot');
      await page.goto(server.setUpLink);
      await page.getByLabel('Name').waitFor();
      await expectNoFault(page, 'set up');
      await page.goto('/invitation#a-token-that-nobody-ever-made');
      await expect(page.getByRole('alert')).toBeVisible();
      await expectNoFault(page, 'an invitation that does not work');
      await context.close();
    });

    test('axe finds nothing on the pages about people', async ({ page }) => {
      for (const [path, text] of PAGES) {
        await page.goto(path);
        await expect(page.getByText(text).first()).toBeVisible();
        await expectNoFault(page, path);
      }
      await page.getByRole('button', { name: /: account$/ }).click();
      await expectNoFault(page, 'account menu');
      await page.goto('/profile');
      await page.getByRole('button', { name: 'Turn it on' }).click();
      await page.getByLabel('Your password', { exact: true }).fill(ADMIN.password);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
      await expectNoFault(page, 'second factor');
      await page.goto('/people');
      await page.getByRole('button', { name: /Invite/ }).click();
      await expectNoFault(page, 'invite');
      await page.goto('/api-keys');
      await page.getByRole('button', { name: /New key/ }).click();
      await expect(page.getByLabel(/^See sources/)).toBeVisible();
      await expectNoFault(page, 'new key');
    });
  });
}
