import type { WebSocketRoute } from '@playwright/test';
import { sample } from './files';
import { expect, test } from './server';
import { pane, reconcile } from './steps';

test('a server that goes away is told at once, and the page goes on when it is back', async ({
  page,
}) => {
  const sockets: WebSocketRoute[] = [];
  let heard = 0;
  await page.routeWebSocket(/\/ws\?/, (socket) => {
    sockets.push(socket);
    socket.connectToServer().onMessage((message) => {
      heard++;
      socket.send(message);
    });
  });
  await reconcile(page, await sample(), 'Away');
  const notice = page.getByText('The server does not answer. Nothing is saved now');
  await page.keyboard.press('w');
  await expect(pane(page).getByRole('table').first()).toBeVisible();
  await expect.poll(() => heard, { message: 'an event, such as who is here' }).toBeGreaterThan(0);
  await expect(notice).toHaveCount(0);

  const goAway = async () => {
    await page.route('**/*', (route) => route.abort());
    await Promise.all(sockets.splice(0).map((socket) => socket.close()));
    await expect(notice).toBeVisible();
  };
  await goAway();
  await page.keyboard.press('End');
  const unread = pane(page).getByRole('alert').first();
  await expect(unread).toContainText('The server does not answer');
  await page.unroute('**/*');
  await expect(notice).toHaveCount(0);
  await expect(unread).toHaveCount(0);
  await expect(pane(page).getByRole('table').first()).toBeVisible();

  await goAway();

  await page.getByRole('link', { name: 'Audit' }).click();
  const problem = page.getByRole('alert');
  await expect(problem).toContainText('The server does not answer');
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible();

  await page.unroute('**/*');
  await expect(page.getByRole('heading', { name: 'Audit' })).toBeVisible({ timeout: 30_000 });
  await expect(problem).toHaveCount(0);
  await expect(notice).toHaveCount(0);
});

test('a run is whole on paper, without what is only for the screen', async ({ page }) => {
  await reconcile(page, await sample(), 'Paper');
  await page.emulateMedia({ media: 'print' });
  // A4 held upright, less its margins.
  await page.setViewportSize({ width: 718, height: 1017 });
  await expect(page.getByText('Proven to the cent')).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.locator('#main').getByRole('button')).toHaveCount(0);
  const wide = await page
    .locator('table')
    .evaluateAll((tables) => tables.map((each) => each.getBoundingClientRect().right));
  expect(Math.max(...wide)).toBeLessThanOrEqual(718);
});

test('nothing moves for whoever asked for less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/new');
  const motion = await page.evaluate(() => {
    const moving = document.body.appendChild(document.createElement('p'));
    moving.style.cssText = 'animation: breathe 2s infinite; transition: opacity 2s';
    const style = getComputedStyle(moving);
    return {
      times: style.animationIterationCount,
      seconds: [style.animationDuration, style.transitionDuration].map(Number.parseFloat),
    };
  });
  expect(motion.times).toBe('1');
  expect(Math.max(...motion.seconds)).toBeLessThan(0.001);
});
