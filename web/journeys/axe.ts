import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect } from './server';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What a dark page can have against it that the same page in light has not. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/** Nothing that a machine can find is in the way of anybody. */
export async function expectNoFault(page: Page, where: string): Promise<void> {
  // What frames say would have to be asked for: there are none.
  expect(page.frames(), where).toHaveLength(1);
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  // What passes is not described.
  const options: axe.RunOptions = {
    resultTypes: ['violations'],
    runOnly: dark ? COLOUR_RULES : RULES,
  };
  // Half a megabyte of program, which stays until the page is loaded again.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (given) => {
    const { violations } = await window.axe.run(given);
    return violations.map(({ id, nodes }) => {
      return `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`)}`;
    });
  }, options);
  expect(found, where).toEqual([]);
}
