import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Screen, Stage, WITH_BROWSER } from './pictures/browser';
import { EXTREMES, keep, LOOKED_AT, SCREENS, violations } from './pictures/checks';
import { LOOKS, playServer } from './pictures/demo-server';

/** As the page finds them when it asks. */
const DEVICES = `
  const ready = import('/test/pictures/devices.ts').then((one) =>
    location.search.includes('blocked') ? one.blockDevices() : one.installDevices());
  for (const name of ['getUserMedia', 'enumerateDevices'])
    navigator.mediaDevices[name] = (wanted) => ready.then(() => navigator.mediaDevices[name](wanted));
`;

describe.skipIf(!WITH_BROWSER)('the demo page in a browser', { timeout: 120_000 }, () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open();
  }, 60_000);
  afterAll(() => stage.close());

  async function open(screen: Screen): Promise<Page> {
    const page = await stage.emptyPage(screen);
    await page.addInitScript(DEVICES);
    await playServer(page);
    return page;
  }

  it.each(LOOKED_AT)('is accessible and fits: %s', async (name) => {
    const page = await open(SCREENS[name]);
    const problems: string[] = [];
    for (const [look, reach] of Object.entries(LOOKS)) {
      await reach(page);
      await keep(page, `demo-${name}-${look}`, true);
      const found = [...(await violations(page)), ...(await outside(page))];
      problems.push(...found.map((one) => `${look}: ${one}`));
    }
    expect(problems).toEqual([]);
    await page.close();
  });

  it.each(EXTREMES)('fits $width x $height', async (screen) => {
    const page = await open(screen);
    const problems: string[] = [];
    for (const [look, reach] of Object.entries(LOOKS)) {
      await reach(page);
      problems.push(...(await outside(page)).map((one) => `${look}: ${one}`));
    }
    expect(problems).toEqual([]);
    await page.close();
  });

  it('is gone through by keyboard alone', async () => {
    const page = await open(SCREENS.desktop);
    await page.goto('demo/index.html');
    await page.getByLabel('Your name').focus();
    await page.keyboard.type('Ada');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Ready to join?' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Ready to join?');

    await page.getByRole('switch', { name: 'Camera' }).press('Space');
    await page.getByText('Your camera is off').waitFor();
    await page.getByLabel('Choose a microphone').press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('speaker');
    await page.close();
  });
});

/** What is wider than the page. */
async function outside(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const seen = [...document.querySelectorAll('main:not([hidden]) *')];
    return seen.flatMap((one) => {
      const { left, right, width } = one.getBoundingClientRect();
      const isUnseen = width === 0 || one.closest('thead') !== null;
      return isUnseen || (left >= 0 && right <= innerWidth) ? [] : [`${one.tagName} ${one.id} reaches out of the page`];
    });
  });
}
