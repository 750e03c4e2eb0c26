import { expect } from 'vitest';
import { DirectCalls } from '../../src/index';
import { FakeConnection, offer } from '../support/rtc';
import { type Builder, type Row, type Stage } from './stage';

export interface SettingRow {
  does: string;
  proof: Row[1];
  /** What it does not take. */
  wrong: readonly unknown[];
}

const NO_FLAG = [undefined, null, 'yes', 1];

/** A button is there, and is not there when it was switched off. */
function button(set: (builder: Builder, shown: boolean) => Builder, name: string, audioOnly = false): SettingRow {
  const started = (stage: Stage, shown: boolean) => {
    if (audioOnly) stage.server.session = { ...stage.server.session, type: 'audio' };
    return stage.start((builder) => set(builder.setIsAudioOnlyCall(audioOnly), shown));
  };
  return {
    does: `shows or hides "${name}"`,
    proof: async (stage) => {
      await started(stage, true);
      expect(stage.buttons).toContain(name);
      DirectCalls.endSession();
      await started(stage, false);
      expect(stage.buttons).not.toContain(name);
      expect(stage.buttons).not.toEqual([]);
    },
    wrong: NO_FLAG,
  };
}

/** What applications of CometChat's SDK call, and this one has not. */
function changesNothing(set: (builder: Builder) => Builder): SettingRow {
  return {
    does: 'changes nothing',
    proof: async (stage) => {
      await stage.start();
      const { buttons } = stage;
      DirectCalls.endSession();
      await stage.start(set);
      expect(stage.buttons).toEqual(buttons);
      expect(buttons).toContain('Leave call');
    },
    wrong: [],
  };
}

function listens(set: (builder: Builder, listener: object) => Builder): SettingRow {
  return {
    does: 'hears the call',
    proof: async (stage) => {
      let joined = 0;
      await stage.start((builder) => set(builder, { onSessionJoined: () => joined++ }));
      expect(joined).toBe(1);
    },
    wrong: [null, 'listener', 7],
  };
}

export const CALL_SETTING_ROWS = {
  enableDefaultLayout: {
    does: 'hides the button bar',
    proof: async (stage) => {
      await stage.start((builder) => builder.enableDefaultLayout(false));
      expect(stage.find('[role=toolbar]')).toEqual([]);
      expect(stage.tiles).toHaveLength(3);
    },
    wrong: NO_FLAG,
  },
  setIsAudioOnlyCall: {
    does: 'starts an audio call',
    proof: async (stage) => {
      await stage.start((builder) => builder.setIsAudioOnlyCall(true));
      expect(stage.joinRequest).toMatchObject({ callType: 'audio', videoPaused: true });
      expect(stage.used).toEqual(['mic-1']);
    },
    wrong: NO_FLAG,
  },
  startWithAudioMuted: {
    does: 'starts muted',
    proof: async (stage) => {
      await stage.start((builder) => builder.startWithAudioMuted(true));
      expect(stage.joinRequest).toMatchObject({ audioMuted: true });
      expect(stage.machine.live.find((one) => one.kind === 'audio')?.enabled).toBe(false);
    },
    wrong: NO_FLAG,
  },
  startWithVideoMuted: {
    does: 'starts without the camera',
    proof: async (stage) => {
      await stage.start((builder) => builder.startWithVideoMuted(true));
      expect(stage.joinRequest).toMatchObject({ videoPaused: true });
      expect(stage.used).toEqual(['mic-1']);
    },
    wrong: NO_FLAG,
  },
  showEndCallButton: button((builder, shown) => builder.showEndCallButton(shown), 'Leave call'),
  showMuteAudioButton: button((builder, shown) => builder.showMuteAudioButton(shown), 'Mute microphone'),
  showPauseVideoButton: button((builder, shown) => builder.showPauseVideoButton(shown), 'Turn camera off'),
  showScreenShareButton: button((builder, shown) => builder.showScreenShareButton(shown), 'Share screen'),
  showModeButton: button((builder, shown) => builder.showModeButton(shown), 'Change layout'),
  showDeviceButton: button((builder, shown) => builder.showDeviceButton(shown), 'Choose devices'),
  showSwitchToVideoCallButton: button(
    (builder, shown) => builder.showSwitchToVideoCallButton(shown),
    'Switch to video',
    true,
  ),
  setMode: {
    does: 'chooses who is seen first',
    proof: async (stage) => {
      await stage.start((builder) => builder.setMode(DirectCalls.CALL_MODE.SPOTLIGHT));
      expect(stage.tiles).toEqual(['Name ann']);
    },
    wrong: [undefined, null, 'ROUND', 'spotlight', 7],
  },
  setIdleTimeoutPeriod: {
    does: 'tells the server how long one may be alone, a day at most',
    proof: async (stage) => {
      await stage.start((builder) => builder.setIdleTimeoutPeriod(90));
      DirectCalls.endSession();
      await stage.start((builder) => builder.setIdleTimeoutPeriod(100_000));
      const joins = stage.server.to('POST', '/participants').map((one) => one.body);
      expect(joins).toMatchObject([{ idlePeriod: 90 }, { idlePeriod: 86_400 }]);
    },
    wrong: [undefined, null, '90', Number.NaN, Number.POSITIVE_INFINITY, 0, -1],
  },
  setIceTransportPolicy: {
    does: 'lets media go by TURN servers only',
    proof: async (stage) => {
      await stage.start((builder) => builder.setIceTransportPolicy('relay'));
      stage.server.emit(offer(1, 1));
      await expect.poll(() => FakeConnection.all[0]?.configuration.iceTransportPolicy).toBe('relay');
    },
    wrong: [undefined, null, 'public', 7],
  },
  setMainVideoContainerSetting: {
    does: 'changes the large picture',
    proof: async (stage) => {
      const setting = new DirectCalls.MainVideoContainerSetting();
      setting.setMainVideoAspectRatio('contain');
      await stage.start((builder) => builder.setMainVideoContainerSetting(setting));
      expect(stage.mainTile.dataset['fit']).toBe('contain');
    },
    wrong: [undefined, null, {}, 'contain'],
  },
  setLanguage: {
    does: 'chooses the words',
    proof: async (stage) => {
      await stage.start((builder) => builder.setLanguage('de-AT'));
      expect(stage.view?.querySelector('section')?.lang).toBe('de');
      expect(stage.buttons).not.toContain('Leave call');
    },
    wrong: [null, '', 7],
  },
  setLocalizedStringObject: {
    does: 'replaces words',
    proof: async (stage) => {
      await stage.start((builder) => builder.setLocalizedStringObject({ leave: 'Bye' }));
      expect(stage.buttons).toEqual(expect.arrayContaining(['Bye', 'Mute microphone']));
    },
    wrong: [undefined, null, 'Bye', { leave: 7 }],
  },
  setCallListener: listens((builder, listener) => builder.setCallListener(listener)),
  setCallEventListener: listens((builder, listener) => builder.setCallEventListener(listener)),
  showRecordingButton: changesNothing((builder) => builder.showRecordingButton(true)),
  startRecordingOnCallStart: changesNothing((builder) => builder.startRecordingOnCallStart(true)),
  showVirtualBackgroundSetting: changesNothing((builder) => builder.showVirtualBackgroundSetting(true)),
  setVirtualBackground: changesNothing((builder) => builder.setVirtualBackground({})),
  setAnalyticsSettings: changesNothing((builder) => builder.setAnalyticsSettings({})),
  build: {
    does: 'builds settings with the defaults of the guide',
    proof: async (stage) => {
      await stage.start();
      expect(stage.joinRequest).toMatchObject({
        callType: 'video',
        audioMuted: false,
        videoPaused: false,
        idlePeriod: 180,
      });
      const bar = [
        'Mute microphone',
        'Turn camera off',
        'Share screen',
        'Choose devices',
        'Change layout',
        'Leave call',
      ];
      expect(stage.find('[role=toolbar] .button').map((one) => one.title)).toEqual(bar);
      expect(stage.mainTile.ariaLabel).toBe('Name ann');
    },
    wrong: [],
  },
} satisfies Record<keyof Builder, SettingRow>;
