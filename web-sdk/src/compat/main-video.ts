import { type AspectRatio, defaultMainLook, type MainLook, type Position } from '../ui/main-look';

/** How the large picture of the modes DEFAULT and SPOTLIGHT looks, and what stands where on it. */
export class MainVideoContainerSetting implements MainLook {
  aspectRatio: MainLook['aspectRatio'];
  fullScreenButton: MainLook['fullScreenButton'];
  nameLabel: MainLook['nameLabel'];
  networkLabel: MainLook['networkLabel'];

  constructor() {
    const { aspectRatio, fullScreenButton, nameLabel, networkLabel } = defaultMainLook();
    this.aspectRatio = aspectRatio;
    this.fullScreenButton = fullScreenButton;
    this.nameLabel = nameLabel;
    this.networkLabel = networkLabel;
  }

  /** `cover` fills the tile and crops the picture, `contain` shows it whole. Shared screens are always whole. */
  setMainVideoAspectRatio(aspectRatio: AspectRatio): void {
    this.aspectRatio = aspectRatio;
  }

  setFullScreenButtonParams(position: Position, visible: boolean): void {
    this.fullScreenButton = { position, visible };
  }

  /** @param color CSS colour behind the name; the name itself is white */
  setNameLabelParams(position: Position, visible: boolean, color: string): void {
    this.nameLabel = { position, visible, color };
  }

  setNetworkLabelParams(position: Position, visible: boolean): void {
    this.networkLabel = { position, visible };
  }
}
