// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Picture } from '../src/ui/picture';

const track = (readyState = 'live') => ({ readyState }) as MediaStreamTrack;

describe('the picture of a tile', () => {
  const onFrame = vi.fn();
  let tile: HTMLElement;
  let picture: Picture;

  beforeEach(() => {
    vi.stubGlobal(
      'MediaStream',
      class {
        constructor(readonly tracks: MediaStreamTrack[]) {}
      },
    );
    vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(() => Promise.resolve());
    tile = document.createElement('div');
    tile.append(document.createElement('span'));
    picture = new Picture(tile, onFrame);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    onFrame.mockClear();
  });

  const videos = () => [...tile.querySelectorAll('video')];
  const visible = () => videos().filter((one) => !one.hidden);
  const firstFrame = (of: HTMLVideoElement | undefined) => of?.dispatchEvent(new Event('loadeddata'));

  it('is hidden until there is a frame', () => {
    picture.show(track());
    expect(visible()).toEqual([]);

    firstFrame(videos()[0]);

    expect(visible()).toHaveLength(1);
    expect(onFrame).toHaveBeenCalledTimes(1);
  });

  it('stays while another track has no frame yet', () => {
    picture.show(track());
    const [first] = videos();
    firstFrame(first);

    picture.show(track());
    expect(visible()).toEqual([first]);
    const next = videos().find((one) => one !== first);
    firstFrame(next);

    expect(videos()).toEqual([next]);
    expect(visible()).toEqual([next]);
  });

  it('goes when its track has ended: it would be black', () => {
    const ending = { readyState: 'live' };
    picture.show(ending as MediaStreamTrack);
    firstFrame(videos()[0]);

    ending.readyState = 'ended';
    picture.show(track());

    expect(visible()).toEqual([]);
  });

  it('leaves nothing behind when tracks change quickly', () => {
    picture.show(track());
    firstFrame(videos()[0]);
    [track(), track(), track()].forEach((one) => picture.show(one));
    expect(videos()).toHaveLength(2);

    picture.show(null);

    expect(videos()).toEqual([]);
  });
});
