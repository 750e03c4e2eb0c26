import { describe, expect, it } from 'vitest';
import { AS_IT_COMES, type Choices, startsMuted, startsPaused, useInputs } from '../../demo/choices';

/** What the page tells the SDK, in this order. */
function told(choices: Choices): string[] {
  const calls: string[] = [];
  useInputs(
    {
      setAudioInputDevice: (id) => void calls.push(`microphone ${id}`),
      setVideoInputDevice: (id) => void calls.push(`camera ${id}`),
      setAudioOutputDevice: (id) => void calls.push(`speaker ${id}`),
      unmuteAudio: () => void calls.push('unmute'),
      resumeVideo: () => void calls.push('resume'),
    },
    choices,
  );
  return calls;
}

describe('what was chosen before the call', () => {
  it('needs nothing with the default devices', () => {
    expect(startsMuted(AS_IT_COMES)).toBe(false);
    expect(startsPaused(AS_IT_COMES)).toBe(false);
    expect(told(AS_IT_COMES)).toEqual([]);
  });

  it('is heard and seen only from the picked devices', () => {
    const choices = { ...AS_IT_COMES, microphone: 'headset', camera: 'back' };
    expect(startsMuted(choices)).toBe(true);
    expect(startsPaused(choices)).toBe(true);
    expect(told(choices)).toEqual(['microphone headset', 'unmute', 'camera back', 'resume']);
  });

  it('stays off where the person wanted it off', () => {
    const choices = { muted: true, paused: true, microphone: 'headset', camera: 'back' };
    expect(told(choices)).toEqual(['microphone headset', 'camera back']);
  });
});
