import { describe, expect, it } from 'vitest';
import { levelOf } from '../../demo/level';

/** A tone of this amplitude. */
function tone(amplitude: number): Float32Array {
  return Float32Array.from({ length: 2_048 }, (_one, index) => amplitude * Math.sin(index / 5));
}

describe('the level of a microphone', () => {
  it('is empty in silence and in the noise of a quiet room', () => {
    expect(levelOf(new Float32Array(2_048))).toBe(0);
    expect(levelOf(tone(0.001))).toBe(0);
  });

  it('is full for loud speech, and never more', () => {
    expect(levelOf(tone(0.5))).toBe(1);
    expect(levelOf(tone(1))).toBe(1);
  });

  it('goes by decibels: each doubling adds the same', () => {
    expect(levelOf(tone(0.04)) - levelOf(tone(0.02))).toBeCloseTo(6.02 / 50, 3);
    expect(levelOf(tone(0.08)) - levelOf(tone(0.04))).toBeCloseTo(6.02 / 50, 3);
  });
});
