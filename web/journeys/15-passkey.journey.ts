import { elsewhere, fillSignIn, signOut } from './door';
import { accept, invite } from './invite';
import { expect, test } from './server';

const MIA = { name: 'Mia Lund', email: 'mia@example.com', password: 'eleven kites in the barn' };

test('a passkey is added, signs in alone and after the password, and goes', async ({
  page: admin,
  browser,
  server,
}) => {
  test.setTimeout(120_000);
  const link = await invite(admin, MIA.email, 'Analyst');
  const page = await elsewhere(browser, server.address);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await accept(page, link, MIA);

  await page.goto('/profile');
  const panel = page.getByRole('region', { name: 'Passkeys' });
  await expect(panel).toContainText('None yet');
  await panel.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('My laptop');
  await page.getByRole('dialog').getByLabel('Your password').fill(MIA.password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(panel.getByRole('row', { name: /My laptop/ })).toContainText('never');

  await signOut(page);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByRole('button', { name: `${MIA.name}: account` })).toBeVisible();
  await page.goto('/profile');
  await expect(
    page.getByRole('region', { name: 'Where you are signed in' }).getByText('Passkey').first(),
  ).toBeVisible();

  await signOut(page);
  await fillSignIn(page, MIA);
  await expect(page.getByLabel('Code')).toBeVisible();
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByRole('button', { name: `${MIA.name}: account` })).toBeVisible();

  await page.goto('/profile');
  await panel.getByRole('button', { name: 'Rename My laptop' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Blue laptop');
  await page.keyboard.press('Enter');
  await panel.getByRole('button', { name: 'Remove Blue laptop' }).click();
  await page.getByRole('dialog').getByLabel('Your password').fill(MIA.password);
  await page.keyboard.press('Enter');
  await expect(panel).toContainText('None yet');
  await signOut(page);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByRole('alert')).toContainText('does not open the door');

  await page.context().close();
});
