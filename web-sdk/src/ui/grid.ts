export interface Size {
  width: number;
  height: number;
}

/** A tile may be cropped between upright and wide, never to a slit. */
const NARROWEST = 4 / 5;
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
    if (fitted.width * fitted.height > best.width * best.height) best = fitted;
  }
  return { width: Math.floor(best.width), height: Math.floor(best.height) };
}

function fit(cell: Size): Size {
  const width = Math.max(0, Math.min(cell.width, cell.height * WIDEST));
  const height = Math.max(0, Math.min(cell.height, width / NARROWEST));
  return { width, height };
}
