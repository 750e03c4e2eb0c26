export interface Size {
  width: number;
  height: number;
}

/** A tile may be cropped between upright and wide, never to a slit. */
const NARROWEST = 3 / 4;
const WIDEST = 16 / 9;

/** The largest tiles of equal size that fit `count` times into `area` with `gap` between them. All in px. */
export function tileSize(count: number, area: Size, gap: number): Size {
  let best: Size = { width: 0, height: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const cell = {
      width: (area.width - gap * (columns - 1)) / columns,
      height: (area.height - gap * (rows - 1)) / rows,
    };
    const fitted = fit(cell);
    if (score(fitted) > score(best)) best = fitted;
  }
  return { width: Math.floor(best.width), height: Math.floor(best.height) };
}

function fit(cell: Size): Size {
  const width = Math.max(0, Math.min(cell.width, cell.height * WIDEST));
  const height = Math.max(0, Math.min(cell.height, width / NARROWEST));
  return { width, height };
}

/** The picture that a tile shows of a camera: a wide picture in an upright tile loses its sides. */
function score({ width, height }: Size): number {
  const shown = Math.min(width, height * WIDEST);
  return shown * Math.min(height, shown / 1.2);
}
