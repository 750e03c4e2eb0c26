// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TrackKind } from '../src/api/wire';
import { NO_DEVICES } from '../src/core/call-devices';
import { type CallModel, firstModel } from '../src/core/call-model';
import { Controls } from '../src/ui/controls';
import { VideoPrompt } from '../src/ui/video-prompt';
import { EVERYTHING, participant } from './support/made';

const SETTINGS = {
  bar: true,
  audio: true,
  video: true,
  screen: true,
  switchToVideo: true,
  mode: true,
  devices: true,
  leave: true,
};

describe('the buttons', () => {
  const actions = {
    setMuted: vi.fn(),
    setPaused: vi.fn(),
    setSharing: vi.fn(),
    switchToVideo: vi.fn(),
    setMode: vi.fn(),
    useMicrophone: vi.fn(),
    useSpeaker: vi.fn(),
    useCamera: vi.fn(),
    leave: vi.fn(),
  };

  beforeEach(() => vi.stubGlobal('navigator', { language: 'en', mediaDevices: { getDisplayMedia: vi.fn() } }));
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.clearAllMocks();
  });

  function shown(change: Partial<CallModel>, settings = SETTINGS): HTMLButtonElement[] {
    const controls = new Controls(settings, actions);
    const first = firstModel({ audioOnly: false, publishes: EVERYTHING, muted: false, paused: false });
    controls.show({ ...first, self: participant('me'), ...change });
    return [...controls.root.querySelectorAll('button')].filter((one) => one.closest('[hidden]') === null);
  }

  const labels = (buttons: HTMLButtonElement[]) => buttons.map((one) => one.title);

  it.each<[TrackKind[], string[]]>([
    [
      ['audio', 'camera', 'screen'],
      ['Mute microphone', 'Turn camera off', 'Share screen', 'Change layout', 'Leave call'],
    ],
    [['audio'], ['Mute microphone', 'Change layout', 'Leave call']],
    [['screen'], ['Share screen', 'Change layout', 'Leave call']],
    [[], ['Change layout', 'Leave call']],
  ])('are those for what may be sent: %j', (publishes, expected) => {
    const own = { audioMuted: false, videoPaused: false, camera: null, screen: null };
    expect(labels(shown({ publishes: new Set(publishes), own }))).toEqual(expected);
  });

  it('of an audio call can switch to video', () => {
    const buttons = shown({ audioOnly: true });
    expect(labels(buttons)).toEqual(['Mute microphone', 'Switch to video', 'Change layout', 'Leave call']);

    buttons[1]?.click();

    expect(actions.switchToVideo).toHaveBeenCalledTimes(1);
    expect(labels(shown({ audioOnly: true }, { ...SETTINGS, switchToVideo: false }))).not.toContain('Switch to video');
  });

  describe('of devices', () => {
    const device = (kind: MediaDeviceKind, deviceId: string, label = `${kind} ${deviceId}`) =>
      ({ kind, deviceId, label }) as MediaDeviceInfo;
    const devices = {
      ...NO_DEVICES,
      audioInputs: [device('audioinput', 'a'), device('audioinput', 'b')],
      audioInput: 'b',
      audioOutputs: [device('audiooutput', 'default'), device('audiooutput', 'c')],
      videoInputs: [device('videoinput', 'd')],
      videoInput: 'd',
    };

    function items(buttons: HTMLButtonElement[]): HTMLElement[] {
      const menu = buttons.find((one) => one.title === 'Choose devices')?.nextElementSibling;
      return [...(menu?.querySelectorAll<HTMLElement>('[role=menuitemradio]') ?? [])];
    }

    it('offer what there is a choice of, and mark what is used', () => {
      const found = items(shown({ devices }));
      expect(found.map((one) => [one.textContent, one.ariaChecked])).toEqual([
        ['audioinput a', 'false'],
        ['audioinput b', 'true'],
        ['audiooutput default', 'true'],
        ['audiooutput c', 'false'],
      ]);
    });

    it('use what is chosen', () => {
      const [microphone, , , speaker] = items(shown({ devices }));
      microphone?.click();
      speaker?.click();
      expect(actions.useMicrophone).toHaveBeenCalledWith('a');
      expect(actions.useSpeaker).toHaveBeenCalledWith('c');
      const cameras = [device('videoinput', 'd'), device('videoinput', 'e')];
      items(shown({ devices: { ...NO_DEVICES, videoInputs: cameras } }))[1]?.click();
      expect(actions.useCamera).toHaveBeenCalledWith('e');
    });

    it.each([
      ['without a choice', { ...NO_DEVICES, audioInputs: [device('audioinput', 'a')] }, SETTINGS],
      [
        'without names',
        { ...NO_DEVICES, audioInputs: [device('audioinput', '', ''), device('audioinput', '', '')] },
        SETTINGS,
      ],
      ['when the settings say so', devices, { ...SETTINGS, devices: false }],
    ])('are not there %s', (_why, given, settings) => {
      expect(labels(shown({ devices: given }, settings))).not.toContain('Choose devices');
    });
  });

  it('wait for the answer of the others', () => {
    const button = shown({ audioOnly: true, videoAsk: { initiator: 'me' } })[1];
    expect(button).toMatchObject({ disabled: true, title: 'The others were asked to switch to video' });

    expect(shown({ audioOnly: true, videoAsk: { initiator: 'ann' } })[1]?.disabled).toBe(false);
  });
});

describe('the prompt for video', () => {
  it('names who asks, and can be accepted or put off', () => {
    const onAccept = vi.fn();
    const onDecline = vi.fn();
    const prompt = new VideoPrompt(onAccept, onDecline);
    expect(prompt.root.hidden).toBe(true);

    prompt.show('Ann');
    for (const button of prompt.root.querySelectorAll('button')) button.click();

    expect(prompt.root.textContent).toContain('Ann would like to go on with video.');
    expect(onAccept).toHaveBeenCalledTimes(1);
    expect(onDecline).toHaveBeenCalledTimes(1);
    prompt.show(undefined);
    expect(prompt.root.hidden).toBe(true);
  });
});
