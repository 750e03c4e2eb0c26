// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { MainVideoContainerSetting } from '../src/compat/main-video';
import { firstModel } from '../src/core/call-model';
import { Tile } from '../src/ui/tile';
import { tilesOf } from '../src/ui/tiles';
import { EVERYTHING, participant } from './support/made';

function tile(quality: 'good' | 'poor' = 'good'): Tile {
  const first = firstModel({ audioOnly: false, publishes: EVERYTHING, muted: false, paused: false });
  const [model] = tilesOf({ ...first, others: [participant('ann')], quality: new Map([['ann', quality]]) });
  if (model === undefined) throw new Error('no tile');
  const made = new Tile(vi.fn());
  made.show(model);
  return made;
}

const part = (of: Tile, selector: string) => of.root.querySelector<HTMLElement>(selector);
const NAME = '.label:not(.network)';

describe('a tile', () => {
  it('of the main person follows the settings of the main video', () => {
    const setting = new MainVideoContainerSetting();
    setting.setMainVideoAspectRatio('contain');
    setting.setNameLabelParams('top-right', true, 'rgb(1, 2, 3)');
    setting.setNetworkLabelParams('bottom-left', true);
    const main = tile();

    main.setMain(setting);

    expect(main.root.dataset['fit']).toBe('contain');
    expect(part(main, `.top .corner:last-child > ${NAME}`)?.style.backgroundColor).toBe('rgb(1, 2, 3)');
    expect(part(main, '.bottom .corner:first-child > .network')).toMatchObject({
      hidden: false,
      textContent: 'Good connection',
    });
  });

  it('of the main person hides what the settings hide, and shows it when another one is large', () => {
    const setting = new MainVideoContainerSetting();
    setting.setNameLabelParams('bottom-left', false, 'red');
    setting.setNetworkLabelParams('bottom-left', false);
    const main = tile('poor');

    main.setMain(setting);
    expect([part(main, NAME)?.hidden, part(main, '.network')?.hidden]).toEqual([true, true]);

    main.setMain(undefined);
    expect([part(main, NAME)?.hidden, part(main, '.network')?.hidden]).toEqual([false, false]);
  });

  it('of another one shows the network only when it is weak', () => {
    expect(part(tile('good'), '.network')?.hidden).toBe(true);
    expect(part(tile('poor'), '.network')).toMatchObject({ hidden: false, textContent: '' });
  });

  it('takes a button into a corner', () => {
    const main = tile();
    const button = document.createElement('button');
    main.take(button, 'top-left');
    expect(part(main, '.top .corner:first-child > button')).toBe(button);
  });
});
