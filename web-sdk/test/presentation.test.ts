// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DirectCalls } from '../src/index';
import { installDrawing } from './support/drawing';
import { FakeMachine } from './support/machine';
import { jwt, participant, snapshot } from './support/made';
import { FakeServer } from './support/page';
import { FakeConnection } from './support/rtc';

const ME = participant('me', { publishes: ['audio', 'camera', 'screen'] });
const TOKEN = jwt({ data: { sessionId: 's' }, sub: 'uid-me' });

describe('a presentation', () => {
  let machine: FakeMachine;
  const element = document.createElement('div');

  beforeEach(() => {
    installDrawing();
    FakeConnection.install();
    new FakeServer(ME, snapshot(1, ME));
    machine = new FakeMachine(['audioinput', 'mic-1'], ['videoinput', 'cam-1']);
  });
  afterEach(() => {
    DirectCalls.endSession();
    vi.unstubAllGlobals();
  });

  async function join(isPresenter: boolean): Promise<string[]> {
    const settings = new DirectCalls.PresenterSettingsBuilder().setIsPresenter(isPresenter).build();
    await DirectCalls.joinPresentation(TOKEN, settings, element);
    const buttons = element.firstElementChild?.shadowRoot?.querySelectorAll('button.button') ?? [];
    return [...buttons].filter((one) => !(one as HTMLElement).hidden).map((one) => (one as HTMLElement).title);
  }

  it('opens no device of who only looks on, and has no buttons for them', async () => {
    const buttons = await join(false);

    expect(buttons).toContain('Leave call');
    expect(buttons).not.toContain('Mute microphone');
    expect(buttons).not.toContain('Share screen');
    expect(machine.asked).toEqual([]);
  });

  it('is an ordinary call for a presenter', async () => {
    const buttons = await join(true);

    expect(buttons).toContain('Mute microphone');
    await vi.waitFor(() => expect(machine.asked).not.toEqual([]));
  });

  it('takes only settings of its own builder', async () => {
    const settings = new DirectCalls.CallSettingsBuilder().build();
    await expect(DirectCalls.joinPresentation(TOKEN, settings as never, element)).rejects.toMatchObject({
      code: 'INVALID_PRESENTER_SETTINGS',
    });
  });
});
