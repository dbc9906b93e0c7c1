import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './server';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What a dark page can have against it that the same page in light has not. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Nothing that a machine can find is in the way of anybody. */
export async function expectNoFault(page: Page, where: string): Promise<void> {
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  // What passes is not described, and no second page is opened for what frames say: there are none.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  expect(page.frames(), where).toHaveLength(1);
  const { violations } = await (dark ? axe.withRules(COLOUR_RULES) : axe.withTags(RULES)).analyze();
  const found = violations.map(({ id, nodes }) => {
    return `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`)}`;
  });
  expect(found, where).toEqual([]);
}
