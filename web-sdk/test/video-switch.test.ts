import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../src/api/http';
import type { SessionApi } from '../src/api/session-api';
import type { CallType, SessionEvent } from '../src/api/wire';
import { firstModel } from '../src/core/call-model';
import { CallStore } from '../src/core/call-store';
import type { OwnMedia } from '../src/core/own-media';
import { VideoSwitch } from '../src/core/video-switch';
import { EVERYTHING } from './support/made';

const head = { sessionId: 's', seq: 5, at: '1970-01-01T01:00:00Z' };
const requested = (initiator: string): SessionEvent => ({
  ...head,
  type: 'VideoRequested',
  initiator,
  expiresAt: '1970-01-01T01:00:30Z',
});
const switched: SessionEvent = { ...head, type: 'SwitchedToVideo', initiator: 'ann', responder: 'me' };

describe('the switch to video', () => {
  const api = { switchToVideo: vi.fn() };
  const own = { setPaused: vi.fn(() => Promise.resolve()) };
  const onSwitched = vi.fn();
  const report = vi.fn();
  let store: CallStore;
  let video: VideoSwitch;

  function start(type: CallType = 'audio'): void {
    const model = firstModel({ audioOnly: true, publishes: EVERYTHING, muted: false, paused: false });
    store = new CallStore(model, () => undefined);
    video = new VideoSwitch(type, {
      api: api as unknown as SessionApi,
      store,
      own: own as unknown as OwnMedia,
      onSwitched,
      report,
    });
  }

  beforeEach(() => {
    vi.useFakeTimers();
    api.switchToVideo.mockResolvedValue(undefined);
    start();
  });
  afterEach(() => {
    video.close();
    vi.useRealTimers();
    vi.clearAllMocks();
  });

  it('turns the camera on for those who asked or agreed', async () => {
    await video.ask();
    expect(api.switchToVideo).toHaveBeenCalledTimes(1);
    expect(store.model.audioOnly).toBe(true);

    video.onState('video', switched);

    expect(store.model.audioOnly).toBe(false);
    expect(own.setPaused).toHaveBeenCalledWith(false);
    expect(onSwitched).toHaveBeenCalledWith('ann', 'me');
  });

  it('turns on no camera of those who did not', () => {
    video.onState('audio', requested('ann'));
    video.onState('video', { ...switched, responder: 'bob' });

    expect(store.model).toMatchObject({ audioOnly: false, videoAsk: undefined });
    expect(own.setPaused).not.toHaveBeenCalled();
  });

  it('is asked for until the request lapses', async () => {
    await video.ask();
    video.onState('audio', requested('me'));
    await vi.advanceTimersByTimeAsync(29_000);
    expect(store.model.videoAsk).toEqual({ initiator: 'me' });

    await vi.advanceTimersByTimeAsync(1_000);
    expect(store.model.videoAsk).toBeUndefined();
    video.onState('video', switched);

    expect(own.setPaused).not.toHaveBeenCalled();
  });

  it('can be put off, and agreed to after all', async () => {
    video.onState('audio', requested('ann'));
    video.decline();
    expect(store.model.videoAsk).toBeUndefined();

    await video.ask();

    expect(api.switchToVideo).toHaveBeenCalledTimes(1);
  });

  it('is known from a snapshot too', () => {
    video.onState('video', undefined);
    expect(onSwitched).toHaveBeenCalledWith(null, null);
    expect(store.model.audioOnly).toBe(false);
  });

  it('needs nobody in a video call that this page joined for its sound only', async () => {
    start('video');

    await video.ask();

    expect(api.switchToVideo).not.toHaveBeenCalled();
    expect(store.model.audioOnly).toBe(false);
    expect(own.setPaused).toHaveBeenCalledWith(false);
  });

  it('fails when the server refuses it, and not when it has happened meanwhile', async () => {
    const refused = (code: string) => new ApiError(409, { error: { code } });
    api.switchToVideo.mockRejectedValueOnce(refused('ERR_CALL_NOT_AUDIO'));
    await expect(video.ask()).resolves.toBeUndefined();

    api.switchToVideo.mockRejectedValueOnce(refused('ERR_CALL_NOT_A_PART'));
    await expect(video.ask()).rejects.toMatchObject({ errorCode: 'ERR_CALL_NOT_A_PART' });
    video.onState('video', switched);

    expect(own.setPaused).not.toHaveBeenCalled();
  });
});
