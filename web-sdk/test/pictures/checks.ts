import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import type { Screen } from './browser';

const FOLDER = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Set by `npm run pictures`: draws what is in the documentation. */
export const DRAWING = process.env['DIRECTCALL_PICTURES'] === '1';

export const SCREENS = {
  desktop: { width: 1280, height: 800 },
  'desktop-dark': { width: 1280, height: 800, dark: true },
  phone: { width: 360, height: 740 },
  'phone-dark': { width: 360, height: 740, dark: true },
};
export type ScreenName = keyof typeof SCREENS;

/** Both sizes and both schemes, in two of the four. */
const CHECKED: ScreenName[] = ['desktop-dark', 'phone'];
export const LOOKED_AT = DRAWING ? (Object.keys(SCREENS) as ScreenName[]) : CHECKED;

export const EXTREMES: Screen[] = [
  { width: 320, height: 480 },
  { width: 740, height: 360 },
  { width: 3840, height: 2160 },
];

/** Puts a picture into the documentation, when that is drawn. */
export async function keep(page: Page, name: string, fullPage = false): Promise<void> {
  if (DRAWING) await page.screenshot({ path: `${FOLDER}${name}.png`, fullPage });
}

/** What axe-core has against the page. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: AXE });
  return page.evaluate(async (rules) => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } };
    const { violations } = await axe.run({ runOnly: rules });
    return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
  }, RULES);
}
