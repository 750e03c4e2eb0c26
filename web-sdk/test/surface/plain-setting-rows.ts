import { expect } from 'vitest';
import { DirectCalls, type SessionSettings } from '../../src/index';
import { FakeConnection, offer } from '../support/rtc';
import type { SettingRow } from './call-setting-rows';

const NO_FLAG = [null, 'yes', 1];
const NO_TIME = [null, '9', -1, Number.NaN, Number.POSITIVE_INFINITY];

function hides(setting: keyof SessionSettings, button: string): SettingRow {
  return {
    does: `hides "${button}"`,
    proof: async (stage) => {
      await stage.join();
      expect(stage.buttons).toContain(button);
      DirectCalls.leaveSession();
      await stage.join({ [setting]: true });
      expect(stage.buttons).not.toContain(button);
      expect(stage.buttons).not.toEqual([]);
    },
    wrong: NO_FLAG,
  };
}

export const PLAIN_ROWS = {
  sessionType: {
    does: 'starts an audio call',
    proof: async (stage) => {
      await stage.join({ sessionType: 'VOICE' });
      expect(stage.joinRequest).toMatchObject({ callType: 'audio' });
      expect(stage.used).toEqual(['mic-1']);
    },
    wrong: [null, 'AUDIO', 7],
  },
  layout: {
    does: 'chooses who is seen first',
    proof: async (stage) => {
      await stage.join({ layout: 'SPOTLIGHT' });
      expect(stage.tiles).toEqual(['Name ann']);
    },
    wrong: [null, 'DEFAULT', 7],
  },
  startAudioMuted: {
    does: 'starts muted',
    proof: async (stage) => {
      await stage.join({ startAudioMuted: true });
      expect(stage.joinRequest).toMatchObject({ audioMuted: true });
      expect(stage.machine.live.find((one) => one.kind === 'audio')?.enabled).toBe(false);
    },
    wrong: NO_FLAG,
  },
  startVideoPaused: {
    does: 'starts without the camera',
    proof: async (stage) => {
      await stage.join({ startVideoPaused: true });
      expect(stage.joinRequest).toMatchObject({ videoPaused: true });
      expect(stage.used).toEqual(['mic-1']);
    },
    wrong: NO_FLAG,
  },
  idleTimeoutPeriodBeforePrompt: {
    does: 'is a part of the time that one may be alone',
    proof: async (stage) => {
      await stage.join({ idleTimeoutPeriodBeforePrompt: 10_000 });
      expect(stage.joinRequest).toMatchObject({ idlePeriod: 130 });
    },
    wrong: NO_TIME,
  },
  idleTimeoutPeriodAfterPrompt: {
    does: 'is the other part',
    proof: async (stage) => {
      await stage.join({ idleTimeoutPeriodAfterPrompt: 20_000 });
      expect(stage.joinRequest).toMatchObject({ idlePeriod: 80 });
    },
    wrong: NO_TIME,
  },
  iceTransportPolicy: {
    does: 'lets media go by TURN servers only',
    proof: async (stage) => {
      await stage.join({ iceTransportPolicy: 'relay' });
      stage.server.emit(offer(1, 1));
      await expect.poll(() => FakeConnection.all[0]?.configuration.iceTransportPolicy).toBe('relay');
    },
    wrong: [null, 'public', 7],
  },
  hideControlPanel: {
    does: 'hides the button bar',
    proof: async (stage) => {
      await stage.join({ hideControlPanel: true });
      expect(stage.find('[role=toolbar]')).toEqual([]);
      expect(stage.tiles).toHaveLength(3);
    },
    wrong: NO_FLAG,
  },
  hideLeaveSessionButton: hides('hideLeaveSessionButton', 'Leave call'),
  hideToggleAudioButton: hides('hideToggleAudioButton', 'Mute microphone'),
  hideToggleVideoButton: hides('hideToggleVideoButton', 'Turn camera off'),
  hideScreenSharingButton: hides('hideScreenSharingButton', 'Share screen'),
  hideChangeLayoutButton: hides('hideChangeLayoutButton', 'Change layout'),
  hideDeviceButton: hides('hideDeviceButton', 'Choose devices'),
  hideNetworkIndicator: {
    does: 'hides the network label of the large picture',
    proof: async (stage) => {
      await stage.join({ layout: 'SIDEBAR', hideNetworkIndicator: true });
      const about = { sessionId: 's', seq: 1, at: '', participantId: 'ann', quality: 'good' } as const;
      stage.server.emit({ type: 'ConnectionQualityChanged', ...about });
      const label = () => stage.mainTile.querySelector<HTMLElement>('.network');
      await expect.poll(() => label()?.dataset['quality']).toBe('good');
      expect(label()?.hidden).toBe(true);
    },
    wrong: NO_FLAG,
  },
} satisfies Record<keyof SessionSettings, SettingRow>;
