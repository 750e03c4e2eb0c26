import { expect } from 'vitest';
import { DirectCalls } from '../../src/index';
import type { SettingRow } from './call-setting-rows';
import type { Stage } from './stage';

type Setting = InstanceType<typeof DirectCalls.MainVideoContainerSetting>;
type Method = {
  [K in keyof Setting]: Setting[K] extends (...values: never[]) => void ? K : never;
}[keyof Setting];

const { POSITION } = DirectCalls.CallSettings;

async function started(stage: Stage, set: (setting: Setting) => void): Promise<void> {
  const setting = new DirectCalls.MainVideoContainerSetting();
  set(setting);
  await stage.start((builder) => builder.setMainVideoContainerSetting(setting));
}

/** Where something stands on the large picture: first of the edge, then of its corner. */
function corner(stage: Stage, selector: string): string {
  const found = stage.mainTile.querySelector<HTMLElement>(selector);
  if (found?.closest('[hidden]') !== null) return 'nowhere';
  const edge = found.closest('.top') === null ? 'bottom' : 'top';
  const isLeft = found.closest('.edge')?.firstElementChild === found.closest('.corner');
  return `${edge}-${isLeft ? 'left' : 'right'}`;
}

const quality = { type: 'ConnectionQualityChanged', sessionId: 's', seq: 1, at: '', quality: 'good' } as const;

/** It stands where it is said to, and is not there when it is to be hidden. */
function places(selector: string, place: (setting: Setting, visible: boolean) => void): SettingRow {
  return {
    does: 'says where it stands, if at all',
    proof: async (stage) => {
      await started(stage, (setting) => place(setting, true));
      stage.server.emit({ ...quality, participantId: 'ann' });
      await expect.poll(() => corner(stage, selector)).toBe('top-right');
      DirectCalls.endSession();
      await started(stage, (setting) => place(setting, false));
      stage.server.emit({ ...quality, participantId: 'ann' });
      await expect.poll(() => stage.mainTile.querySelector<HTMLElement>('.network')?.dataset['quality']).toBe('good');
      expect(corner(stage, selector)).toBe('nowhere');
    },
    wrong: [],
  };
}

export const MAIN_VIDEO_ROWS = {
  setMainVideoAspectRatio: {
    does: 'fills the tile, or shows it whole',
    proof: async (stage) => {
      await started(stage, (setting) => setting.setMainVideoAspectRatio('cover'));
      expect(stage.mainTile.dataset['fit']).toBe('cover');
    },
    wrong: [],
  },
  setFullScreenButtonParams: places('[aria-label="Full screen"]', (setting, visible) =>
    setting.setFullScreenButtonParams(POSITION.TOP_RIGHT, visible),
  ),
  setNameLabelParams: places('.label:not(.network)', (setting, visible) =>
    setting.setNameLabelParams(POSITION.TOP_RIGHT, visible, 'red'),
  ),
  setNetworkLabelParams: places('.network', (setting, visible) =>
    setting.setNetworkLabelParams(POSITION.TOP_RIGHT, visible),
  ),
} satisfies Record<Method, SettingRow>;

/** What the methods do not take. */
export const PLACES: { place: Method; wrong: unknown[][] }[] = [
  { place: 'setMainVideoAspectRatio', wrong: [[undefined], ['wide'], [7]] },
  {
    place: 'setFullScreenButtonParams',
    wrong: [
      [undefined, true],
      ['middle', true],
      ['top-left', 'yes'],
    ],
  },
  {
    place: 'setNameLabelParams',
    wrong: [
      ['middle', true, 'red'],
      ['top-left', undefined, 'red'],
      ['top-left', true, undefined],
      ['top-left', true, 7],
    ],
  },
  { place: 'setNetworkLabelParams', wrong: [['middle', true], ['top-left']] },
];
