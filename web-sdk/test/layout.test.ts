import { describe, expect, it } from 'vitest';
import { type CallModel, firstModel, mainPerson } from '../src/core/call-model';
import { type CallMode, layOut, type Rect } from '../src/ui/layout';
import { viewOf } from '../src/ui/shown-view';
import { tilesOf } from '../src/ui/tiles';
import { EVERYTHING, participant } from './support/made';

const DESKTOP = { width: 1200, height: 600 };
const PHONE = { width: 374, height: 700 };
const MODES: CallMode[] = ['DEFAULT', 'SPOTLIGHT', 'TILE'];
const PEOPLE = ['ann', 'bob', 'cleo', 'dan'].map((id) => participant(id));

const model = (change: Partial<CallModel> = {}): CallModel => ({
  ...firstModel({ audioOnly: false, publishes: EVERYTHING, muted: false, paused: false }),
  self: participant('me'),
  others: PEOPLE,
  ...change,
});

function laidOut(mode: CallMode, change: Partial<CallModel> = {}, area = DESKTOP) {
  const shown = model(change);
  return layOut(tilesOf(shown), mode, mainPerson(shown, undefined), area);
}

const overlap = (a: Rect, b: Rect) =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

describe('the layout', () => {
  it.each(MODES)('%s keeps every tile inside and apart', (mode) => {
    for (const area of [DESKTOP, PHONE, { width: 320, height: 240 }])
      for (let count = 0; count <= 30; count++) {
        const others = Array.from({ length: count }, (_one, index) => participant(`p${index}`));
        const rects = [...laidOut(mode, { others }, area).values()];
        for (const [index, one] of rects.entries()) {
          expect(one.left).toBeGreaterThanOrEqual(0);
          expect(one.top).toBeGreaterThanOrEqual(0);
          expect(one.left + one.width).toBeLessThanOrEqual(area.width);
          expect(one.top + one.height).toBeLessThanOrEqual(area.height);
          expect(rects.slice(index + 1).some((other) => overlap(one, other))).toBe(false);
        }
      }
  });

  it('DEFAULT shows the speaker large and everybody else beside', () => {
    const rects = laidOut('DEFAULT', { speaker: 'bob' });

    expect([...rects.keys()]).toEqual(['bob/camera', 'ann/camera', 'cleo/camera', 'dan/camera', 'me/camera']);
    const [large, ...side] = [...rects.values()];
    for (const one of side) {
      expect(one.height).toBeLessThan((large?.height ?? 0) / 2);
      expect(one.left).toBeGreaterThan((large?.left ?? 0) + (large?.width ?? 0));
    }
  });

  it('DEFAULT gives many people a wider sidebar, so that each can be recognised', () => {
    const others = Array.from({ length: 29 }, (_one, index) => participant(`p${index}`));
    const [large, ...side] = [...laidOut('DEFAULT', { others }, PHONE).values()];
    for (const one of side) expect(Math.min(one.width, one.height)).toBeGreaterThanOrEqual(48);
    expect(large?.height).toBeGreaterThanOrEqual(300);
  });

  it('DEFAULT puts the others below on an upright screen', () => {
    const [large, ...side] = [...laidOut('DEFAULT', {}, PHONE).values()];
    for (const one of side) expect(one.top).toBeGreaterThan((large?.top ?? 0) + (large?.height ?? 0));
  });

  it('SPOTLIGHT shows one and nobody else', () => {
    expect([...laidOut('SPOTLIGHT', { speaker: 'cleo' }).keys()]).toEqual(['cleo/camera']);
  });

  it('TILE shows all equally large', () => {
    const sizes = new Set([...laidOut('TILE').values()].map(({ width, height }) => `${width}x${height}`));
    expect(sizes.size).toBe(1);
  });

  it.each<CallMode>(['DEFAULT', 'SPOTLIGHT'])('%s shows a screen large instead of a person', (mode) => {
    const others = [participant('ann'), participant('bob', { screenSharing: true })];
    expect([...laidOut(mode, { others, speaker: 'ann' }).keys()][0]).toBe('bob/screen');
  });

  it.each(MODES)('%s shows who is alone', (mode) => {
    expect([...laidOut(mode, { others: [] }).keys()]).toEqual(['me/camera']);
  });
});

describe('the main person', () => {
  it('is whoever speaks, then whoever spoke, then the first, then oneself', () => {
    expect(mainPerson(model({ speaker: 'dan' }), 'bob')).toBe('dan');
    expect(mainPerson(model({ speaker: 'me' }), 'bob')).toBe('bob');
    expect(mainPerson(model({ speaker: 'gone' }), 'gone')).toBe('ann');
    expect(mainPerson(model({ others: [] }), 'bob')).toBe('me');
  });
});

describe('what the server is told of the view', () => {
  function told(mode: CallMode, change: Partial<CallModel> = {}, showing: Partial<Parameters<typeof viewOf>[1]> = {}) {
    const shown = model(change);
    return viewOf(tilesOf(shown), {
      rects: laidOut(mode, change),
      mode,
      main: mainPerson(shown, undefined),
      audioOnly: shown.audioOnly,
      pageVisible: true,
      isVisible: () => true,
      pixelRatio: 1,
      ...showing,
    });
  }

  it('has screens first, then the main speaker, then the others, and not oneself', () => {
    const others = [participant('ann'), participant('bob', { screenSharing: true }), participant('cleo')];
    const view = told('DEFAULT', { others, speaker: 'cleo' });
    expect(view.tiles.map(({ participantId, kind }) => `${participantId}/${kind}`)).toEqual([
      'bob/screen',
      'cleo/camera',
      'ann/camera',
      'bob/camera',
    ]);
    expect(view.others).toBe(180);
  });

  it('has few heights, in pixels of the device', () => {
    const [large, ...side] = told('DEFAULT', { speaker: 'bob' }).tiles;
    expect(large).toEqual({ participantId: 'bob', kind: 'camera', height: 540 });
    expect(new Set(side.map((one) => one.height))).toEqual(new Set([180]));

    expect(told('DEFAULT', {}, { pixelRatio: 2 }).tiles[0]?.height).toBe(1080);
  });

  it('stays the same when a window changes a little', () => {
    const at = (width: number) => {
      const shown = model();
      const rects = layOut(tilesOf(shown), 'DEFAULT', 'ann', { width, height: 600 });
      return told('DEFAULT', {}, { rects });
    };
    expect(at(1190)).toEqual(at(1200));
  });

  it('asks for nothing of those who show nothing', () => {
    const others = [participant('ann', { videoPaused: true }), participant('bob')];
    expect(told('TILE', { others }).tiles.map((one) => one.participantId)).toEqual(['bob']);
  });

  it('asks for nobody but the large one in a spotlight', () => {
    const view = told('SPOTLIGHT', { speaker: 'bob' });
    expect(view).toEqual({ tiles: [{ participantId: 'bob', kind: 'camera', height: 540 }], others: 0 });
  });

  it('asks for nothing that nobody sees', () => {
    expect(told('TILE', {}, { isVisible: (id) => id !== 'ann/camera' }).tiles[0]?.height).toBe(0);
    expect(told('TILE', {}, { pageVisible: false })).toEqual({ tiles: [], others: 0 });
    expect(told('TILE', { audioOnly: true })).toEqual({ tiles: [], others: 0 });
  });
});
