import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Preview } from '../../demo/preview';
import { FakeMachine } from '../support/machine';

describe('the preview of devices', () => {
  let machine: FakeMachine;
  let preview: Preview;

  beforeEach(() => {
    machine = new FakeMachine(
      ['videoinput', 'front'],
      ['videoinput', 'back'],
      ['audioinput', 'headset'],
      ['audioinput', 'built-in'],
    );
    preview = new Preview(() => undefined);
  });
  afterEach(() => vi.unstubAllGlobals());

  const live = () => machine.live.map((one) => one.deviceId);

  it('asks the person once for both', async () => {
    await preview.open('camera', 'microphone');
    expect(machine.asked).toHaveLength(1);
    expect(live().sort()).toEqual(['front', 'headset']);
    expect(preview.chosen('camera')).toBeUndefined();
  });

  it('opens what was picked, and closes the one before', async () => {
    await preview.open('camera', 'microphone');
    await preview.choose('camera', 'back');
    expect(live().sort()).toEqual(['back', 'headset']);
    expect(preview.chosen('camera')).toBe('back');
  });

  it('keeps in mind what was picked while it is off', async () => {
    await preview.choose('microphone', 'built-in');
    expect(live()).toEqual([]);
    await preview.open('microphone');
    expect(live()).toEqual(['built-in']);
  });

  it('gives the default device when the picked one is gone', async () => {
    await preview.open('camera');
    await preview.choose('camera', 'front');
    machine.unplug('front');
    await vi.waitFor(() => expect(live()).toEqual(['back']));
    expect(preview.chosen('camera')).toBeUndefined();
    expect(preview.errors.size).toBe(0);
  });

  it('says what is missing, and opens the other', async () => {
    machine.unplug('front');
    machine.unplug('back');
    await preview.open('camera', 'microphone');
    expect(preview.track('camera')).toBeUndefined();
    expect(preview.track('microphone')?.readyState).toBe('live');
    expect([...preview.errors]).toEqual([['camera', 'NotFoundError']]);
  });

  it('forgets an error when the person turns the device off', async () => {
    machine.unplug('front');
    machine.unplug('back');
    await preview.open('camera');
    await preview.stop('camera');
    expect(preview.errors.size).toBe(0);
  });

  it('ends as the person left it when it is turned off and on quickly', async () => {
    void preview.open('camera');
    void preview.stop('camera');
    await preview.open('camera');
    expect(live()).toEqual(['front']);
  });

  it('gives everything back, also what was still being opened', async () => {
    await preview.open('microphone');
    const opening = preview.open('camera');
    preview.close();
    await opening;
    await preview.open('microphone');
    expect(live()).toEqual([]);
  });
});
