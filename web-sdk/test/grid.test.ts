import { describe, expect, it } from 'vitest';
import { tileSize } from '../src/ui/grid';

const DESKTOP = { width: 1000, height: 560 };
const PHONE = { width: 374, height: 700 };

describe('the size of tiles', () => {
  it.each([1, 2, 3, 4, 5, 9, 16, 30])('%i tiles fit on a desktop and on a phone', (count) => {
    for (const area of [DESKTOP, PHONE]) {
      const { width, height } = tileSize(count, area, 8);
      const columns = Math.floor((area.width + 8) / (width + 8));
      const rows = Math.floor((area.height + 8) / (height + 8));
      expect(columns * rows).toBeGreaterThanOrEqual(count);
      expect(width / height).toBeGreaterThan(0.79);
      expect(width / height).toBeLessThan(1.82);
    }
  });

  it('is two columns for five people on a phone', () => {
    expect(tileSize(5, PHONE, 8).width).toBe(183);
  });

  it('is nothing where there is no room', () => {
    expect(tileSize(3, { width: 0, height: 0 }, 8)).toEqual({ width: 0, height: 0 });
  });
});
