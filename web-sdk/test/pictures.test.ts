import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WITH_BROWSER, Stage } from './pictures/browser';
import { EXTREMES, keep, LOOKED_AT, SCREENS, violations } from './pictures/checks';
import { STATES } from './pictures/states';

/** Where room is short. */
const CROWDED = [
  'default',
  'thirty-tiles',
  'thirty-sidebar',
  'permission-denied',
  'idle',
  'video-asked',
  'reconnecting',
  'devices',
  'ringing',
];

/** Kept in the dark too. A phone has the same colours as a desktop, so the others are looked at in the dark only there. */
const MAIN = ['default', 'tile'];
const statesOn = (screen: string) => (screen === 'phone-dark' ? MAIN : Object.keys(STATES));

const isKept = (screen: string, state: string) => !screen.endsWith('dark') || MAIN.includes(state);

describe.skipIf(!WITH_BROWSER)('the view in a browser', { timeout: 240_000 }, () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open();
  }, 60_000);
  afterAll(() => stage.close());

  it.each(LOOKED_AT)('is accessible and fits in every state: %s', async (name) => {
    const page = await stage.page(SCREENS[name]);
    const problems: string[] = [];
    for (const state of statesOn(name)) {
      await page.evaluate((one) => window.showState(one), state);
      if (isKept(name, state)) await keep(page, `${name}-${state}`);
      const found = [...(await violations(page)), ...(await outside(page))];
      problems.push(...found.map((one) => `${state}: ${one}`));
    }
    expect(problems).toEqual([]);
    await page.close();
  });

  it.each(EXTREMES)('fits $width x $height', async (screen) => {
    const page = await stage.page(screen);
    const problems: string[] = [];
    for (const state of CROWDED) {
      await page.evaluate((one) => window.showState(one), state);
      problems.push(...(await outside(page)).map((one) => `${state}: ${one}`));
    }
    expect(problems).toEqual([]);
    await page.close();
  });

  it('changes the layout by keyboard alone', async () => {
    const page = await stage.page({ width: 1280, height: 800 });
    await page.evaluate(() => window.showState('default'));
    await page.getByRole('button', { name: 'Change layout' }).press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');

    const widths = await page.locator('.tile').evaluateAll((all) => all.map((one) => one.clientWidth));
    expect(new Set(widths).size).toBe(1);
    expect(await page.getByRole('menu').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.ariaLabel)).toBe(
      'Change layout',
    );
    await page.close();
  });
});

/** What reaches out of the page. */
async function outside(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shadow = document.querySelector('#call')?.firstElementChild?.shadowRoot;
    const { innerWidth, innerHeight } = window;
    const seen = [
      ...(shadow?.querySelectorAll('.tile, .button, .status, .notice, .prompt, .ask, .menu, .incoming') ?? []),
    ];
    return seen.flatMap((one) => {
      const box = one.getBoundingClientRect();
      if (box.width === 0) return [];
      const inside = box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
      return inside ? [] : [`${one.className} ${one.ariaLabel ?? ''} reaches out of the page`];
    });
  });
}
