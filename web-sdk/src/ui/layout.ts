import { type Size, tileSize } from './grid';
import type { TileModel } from './tiles';

export const CALL_MODE = { DEFAULT: 'DEFAULT', SPOTLIGHT: 'SPOTLIGHT', GRID: 'TILE', TILE: 'TILE' } as const;

/** DEFAULT: one large and a sidebar. SPOTLIGHT: one large and nobody else. TILE: all equally large. */
export type CallMode = (typeof CALL_MODE)[keyof typeof CALL_MODE];

/** Where a tile is, in px. */
export interface Rect extends Size {
  left: number;
  top: number;
}

/** Between tiles, in px. */
const GAP = 8;

/** The sidebar's share of the longer side, and its bounds in px. Many people make it wider, up to half: no tile shall be a stamp. */
const SIDEBAR = { share: 0.22, least: 120, most: 300, tile: 48, step: 16 };

/**
 * Places tiles in an area, the most important first: screens, the main person, the others. What is not placed is not shown.
 *
 * @param main participant who is shown large where only one is
 */
export function layOut(
  tiles: readonly TileModel[],
  mode: CallMode,
  main: string | undefined,
  area: Size,
): Map<string, Rect> {
  const screens = tiles.filter((one) => one.kind === 'screen');
  const large = screens.length > 0 ? screens : tiles.filter((one) => one.participantId === main);
  switch (mode) {
    case 'TILE':
      return grid(tiles, { left: 0, top: 0, ...area });
    case 'SPOTLIGHT':
      return grid(large.slice(0, 1), { left: 0, top: 0, ...area });
    case 'DEFAULT':
      return withSidebar(
        large,
        tiles.filter((one) => !large.includes(one)),
        area,
      );
  }
}

function withSidebar(large: readonly TileModel[], side: readonly TileModel[], area: Size): Map<string, Rect> {
  const { width, height } = area;
  if (large.length === 0 || side.length === 0) return grid([...large, ...side], { left: 0, top: 0, ...area });
  if (width >= height) {
    const strip = sidebar(width, (wide) => tileSize(side.length, { width: wide, height }, GAP));
    const left = width - strip;
    return new Map([
      ...grid(large, { left: 0, top: 0, width: left - GAP, height }),
      ...grid(side, { left, top: 0, width: strip, height }),
    ]);
  }
  const strip = sidebar(height, (high) => tileSize(side.length, { width, height: high }, GAP));
  const top = height - strip;
  return new Map([
    ...grid(large, { left: 0, top: 0, width, height: top - GAP }),
    ...grid(side, { left: 0, top, width, height: strip }),
  ]);
}

/** @param tileAt how large its tiles are when the sidebar has a width */
function sidebar(length: number, tileAt: (strip: number) => Size): number {
  const { share, least, most, tile, step } = SIDEBAR;
  let strip = Math.min(length / 2, most, Math.max(least, length * share));
  const isStamp = ({ width, height }: Size) => Math.min(width, height) < tile;
  while (strip + step <= length / 2 && isStamp(tileAt(strip))) strip += step;
  return Math.round(strip);
}

/** Rows of equal tiles in the middle of `area`. */
function grid(tiles: readonly TileModel[], area: Rect): Map<string, Rect> {
  const count = tiles.length;
  const size = tileSize(Math.max(1, count), area, GAP);
  const fitting = Math.floor((area.width + GAP) / (size.width + GAP));
  const columns = Math.max(1, Math.min(count, fitting));
  const rows = Math.ceil(count / columns);
  const top = area.top + (area.height - lengthOf(rows, size.height)) / 2;
  return new Map(
    tiles.map(({ id }, index) => {
      const row = Math.floor(index / columns);
      const inRow = Math.min(columns, count - row * columns);
      const left = area.left + (area.width - lengthOf(inRow, size.width)) / 2;
      const column = index % columns;
      return [
        id,
        {
          left: Math.round(left + column * (size.width + GAP)),
          top: Math.round(top + row * (size.height + GAP)),
          ...size,
        },
      ];
    }),
  );
}

function lengthOf(count: number, each: number): number {
  return count * (each + GAP) - GAP;
}
