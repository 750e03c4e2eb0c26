export const POSITION = {
  TOP_LEFT: 'top-left',
  TOP_RIGHT: 'top-right',
  BOTTOM_LEFT: 'bottom-left',
  BOTTOM_RIGHT: 'bottom-right',
} as const;

export const ASPECT_RATIO = { DEFAULT: 'default', CONTAIN: 'contain', COVER: 'cover' } as const;

export type Position = (typeof POSITION)[keyof typeof POSITION];
export type AspectRatio = (typeof ASPECT_RATIO)[keyof typeof ASPECT_RATIO];

/** How the main video is to look. Kept with the settings; the layout of this version has no main video yet. */
export class MainVideoContainerSetting {
  aspectRatio: AspectRatio = ASPECT_RATIO.DEFAULT;
  fullScreenButton = { position: POSITION.BOTTOM_RIGHT as Position, visible: true };
  nameLabel = { position: POSITION.BOTTOM_LEFT as Position, visible: true, color: 'rgba(27, 27, 27, 0.4)' };
  networkLabel = { position: POSITION.BOTTOM_RIGHT as Position, visible: true };

  setMainVideoAspectRatio(aspectRatio: AspectRatio): void {
    this.aspectRatio = aspectRatio;
  }

  setFullScreenButtonParams(position: Position, visible: boolean): void {
    this.fullScreenButton = { position, visible };
  }

  setNameLabelParams(position: Position, visible: boolean, color: string): void {
    this.nameLabel = { position, visible, color };
  }

  setNetworkLabelParams(position: Position, visible: boolean): void {
    this.networkLabel = { position, visible };
  }
}
