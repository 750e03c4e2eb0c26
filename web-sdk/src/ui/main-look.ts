export const POSITION = {
  TOP_LEFT: 'top-left',
  TOP_RIGHT: 'top-right',
  BOTTOM_LEFT: 'bottom-left',
  BOTTOM_RIGHT: 'bottom-right',
} as const;

/** DEFAULT: fills the tile, but an upright picture or a screen is shown whole. */
export const ASPECT_RATIO = { DEFAULT: 'default', CONTAIN: 'contain', COVER: 'cover' } as const;

export type Position = (typeof POSITION)[keyof typeof POSITION];
export type AspectRatio = (typeof ASPECT_RATIO)[keyof typeof ASPECT_RATIO];

/** How the tile of the main person looks, and what stands where on it. */
export interface MainLook {
  aspectRatio: AspectRatio;
  fullScreenButton: { position: Position; visible: boolean };
  /** The colour is the one behind the name. */
  nameLabel: { position: Position; visible: boolean; color: string };
  networkLabel: { position: Position; visible: boolean };
}

/** Dark enough that the white name is readable on any picture. */
export const LABEL_COLOR = 'rgba(15, 18, 22, 0.66)';

export function defaultMainLook(): MainLook {
  return {
    aspectRatio: ASPECT_RATIO.DEFAULT,
    fullScreenButton: { position: POSITION.BOTTOM_RIGHT, visible: true },
    nameLabel: { position: POSITION.BOTTOM_LEFT, visible: true, color: LABEL_COLOR },
    networkLabel: { position: POSITION.BOTTOM_RIGHT, visible: true },
  };
}
