import { describe, expect, it } from 'vitest';
import { deviceName, deviceProblems, type Kind } from '../../demo/device-words';

const words = (...errors: [Kind, string][]) => deviceProblems(new Map(errors));

describe('the words about devices', () => {
  it.each([
    ['NotAllowedError', 'The browser blocks the camera. Allow it'],
    ['NotFoundError', 'No camera was found.'],
    ['OverconstrainedError', 'No camera was found.'],
    ['TypeError', 'it needs https'],
    ['NotReadableError', 'Another program may be using it'],
  ])('say what to do about %s', (error, part) => {
    expect(words(['camera', error])).toContain(part);
  });

  it('are said once for both', () => {
    const both = words(['camera', 'NotAllowedError'], ['microphone', 'NotAllowedError']);
    expect(both).toBe(
      'The browser blocks the camera and the microphone. Allow them beside the page’s address, then try again.',
    );
  });

  it('are said one after the other when the reasons differ', () => {
    const both = words(['camera', 'NotFoundError'], ['microphone', 'NotAllowedError']);
    expect(both).toMatch(/^No camera was found\..*The browser blocks the microphone\./);
  });

  it('name devices whose names the browser keeps to itself', () => {
    expect(deviceName('', 1)).toBe('Device 2');
    expect(deviceName('Headset', 1)).toBe('Headset');
  });
});
