import { CALL_MODE, type CallMode } from './layout';
import type { MenuGroup } from './menu';
import { TEXTS } from './texts';

const MODES = [
  [CALL_MODE.DEFAULT, 'layoutDefault'],
  [CALL_MODE.SPOTLIGHT, 'layoutSpotlight'],
  [CALL_MODE.TILE, 'layoutTile'],
] as const;

/** The layouts to choose from. */
export function modeGroup(current: CallMode, onMode: (mode: CallMode) => void): MenuGroup {
  return {
    items: MODES.map(([mode, text]) => ({
      text: TEXTS[text],
      checked: mode === current,
      choose: () => onMode(mode),
    })),
  };
}
