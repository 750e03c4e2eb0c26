import type { View, ViewTile } from '../api/wire';
import type { CallMode, Rect } from './layout';
import type { TileModel } from './tiles';

/** What decides which pictures are worth sending to this page. */
export interface Showing {
  /** Where tiles are in px of the page, the most important first. */
  rects: ReadonlyMap<string, Rect>;
  mode: CallMode;
  /** The main person. */
  main: string | undefined;
  audioOnly: boolean;
  /** False when another tab is in front. */
  pageVisible: boolean;
  /** False when a tile is scrolled away or not displayed. */
  isVisible: (tileId: string) => boolean;
  /** Pixels of the device for one of the page. */
  pixelRatio: number;
}

/** Heights that are worth telling apart: a bridge has no more sizes to choose from. */
const HEIGHTS = [90, 180, 360, 540, 720, 1080];

/** A picture may be drawn this much larger than it was sent before the difference shows. */
const STRETCH = 1.2;

/** Of people who are not on a tile yet, such as those who join in this moment, in px. */
const OTHERS = 180;

const WIDEST = 9 / 16;

/** What this page shows of the others, as the server is told. */
export function viewOf(tiles: readonly TileModel[], showing: Showing): View {
  const { rects, mode, main, audioOnly, pageVisible, isVisible, pixelRatio } = showing;
  if (audioOnly || !pageVisible) return { tiles: [], others: 0 };
  const byId = new Map(tiles.map((one) => [one.id, one]));
  const shown = [...rects].flatMap(([id, rect]) => {
    const tile = byId.get(id);
    if (tile?.sent !== true) return [];
    const { participantId, kind } = tile;
    return [{ participantId, kind, height: isVisible(id) ? snap(heightOf(kind, rect) * pixelRatio) : 0 }];
  });
  const isFirst = (one: ViewTile) => one.kind === 'screen' || one.participantId === main;
  shown.sort((one, other) => Number(isFirst(other)) - Number(isFirst(one)));
  return { tiles: shown, others: mode === 'SPOTLIGHT' ? 0 : OTHERS };
}

/** A camera's picture fills its tile and may be cropped at the sides; a screen is always shown whole. */
function heightOf(kind: TileModel['kind'], { width, height }: Rect): number {
  return kind === 'screen' ? height : Math.max(height, width * WIDEST);
}

function snap(height: number): number {
  if (height <= 0) return 0;
  return HEIGHTS.find((one) => one * STRETCH >= height) ?? 1080;
}
