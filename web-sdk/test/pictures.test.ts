import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WITH_BROWSER, type Screen, Stage } from './pictures/browser';
import { STATES } from './pictures/states';

const FOLDER = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Set by `npm run pictures`: draws what is in the documentation. */
const DRAWING = process.env['DIRECTCALL_PICTURES'] === '1';

const SCREENS = {
  desktop: { width: 1280, height: 800 },
  'desktop-dark': { width: 1280, height: 800, dark: true },
  phone: { width: 360, height: 740 },
  'phone-dark': { width: 360, height: 740, dark: true },
};
type ScreenName = keyof typeof SCREENS;
const NAMES = Object.keys(SCREENS) as ScreenName[];

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
const EXTREMES: Screen[] = [
  { width: 320, height: 480 },
  { width: 740, height: 360 },
  { width: 3840, height: 2160 },
];

/** Kept in the dark too. A phone has the same colours as a desktop, so the others are looked at in the dark only there. */
const MAIN = ['default', 'tile'];
const statesOn = (screen: string) => (screen === 'phone-dark' ? MAIN : Object.keys(STATES));

/** Both sizes and both schemes, in two of the four. */
const CHECKED: ScreenName[] = ['desktop-dark', 'phone'];
const isKept = (screen: string, state: string) => !screen.endsWith('dark') || MAIN.includes(state);

describe.skipIf(!WITH_BROWSER)('the view in a browser', { timeout: 240_000 }, () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open();
    if (DRAWING) await mkdir(FOLDER, { recursive: true });
  }, 60_000);
  afterAll(() => stage.close());

  it.each(DRAWING ? NAMES : CHECKED)('is accessible and fits in every state: %s', async (name) => {
    const page = await stage.page(SCREENS[name]);
    await page.addScriptTag({ path: AXE });
    const problems: string[] = [];
    for (const state of statesOn(name)) {
      await page.evaluate((one) => window.showState(one), state);
      if (DRAWING && isKept(name, state)) await page.screenshot({ path: `${FOLDER}${name}-${state}.png` });
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

async function violations(page: Page): Promise<string[]> {
  return page.evaluate(async (rules) => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } };
    const { violations } = await axe.run({ runOnly: rules });
    return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
  }, RULES);
}

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
