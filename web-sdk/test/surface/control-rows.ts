import { expect, vi } from 'vitest';
import type { controls } from '../../src/compat/controls';
import { DirectCalls } from '../../src/index';
import { participant, snapshot } from '../support/made';
import { ANN, BOB, INVALID_ARGUMENT, ME, type Row, type Stage } from './stage';

const shows = (stage: Stage, button: string) => vi.waitFor(() => expect(stage.buttons).toContain(button));

/** Muted, or paused, and on again by `turnOn`. */
function audioGoesOn(turnOn: () => void): Row[1] {
  return async (stage) => {
    await stage.join();
    DirectCalls.muteAudio();
    await shows(stage, 'Unmute microphone');
    turnOn();
    await shows(stage, 'Mute microphone');
    expect(stage.machine.live.every((one) => one.enabled)).toBe(true);
  };
}

function videoGoesOn(turnOn: () => void): Row[1] {
  return async (stage) => {
    await stage.join();
    DirectCalls.pauseVideo();
    await vi.waitFor(() => expect(stage.used).toEqual(['mic-1']));
    turnOn();
    await vi.waitFor(() => expect(stage.used).toEqual(['mic-1', 'cam-1']));
  };
}

function shares(start: () => void): Row[1] {
  return async (stage) => {
    await stage.join();
    start();
    await vi.waitFor(() => expect(stage.tiles).toContain('Your screen'));
    await vi.waitFor(() => expect(stage.patches('me')).toContainEqual({ screenSharing: true }));
  };
}

function sharesNoMore(stop: () => void): Row[1] {
  return async (stage) => {
    await stage.join();
    DirectCalls.startScreenShare();
    await vi.waitFor(() => expect(stage.used).toContain('screen'));
    stop();
    await vi.waitFor(() => expect(stage.used).not.toContain('screen'));
    expect(stage.tiles).not.toContain('Your screen');
  };
}

const wrong = (method: 'muteParticipant' | 'pauseParticipantVideo' | 'pinParticipant', ...ids: unknown[]) => {
  for (const id of ids) expect(() => DirectCalls[method](id as never)).toThrow(INVALID_ARGUMENT);
};

export const CONTROL_ROWS = {
  muteAudio: [
    'mutes without closing the microphone, with false unmutes',
    async (stage) => {
      await stage.join();
      DirectCalls.muteAudio(true);
      await vi.waitFor(() => expect(stage.patches('me')).toContainEqual({ audioMuted: true }));
      expect(stage.machine.live.find((one) => one.kind === 'audio')?.enabled).toBe(false);
      DirectCalls.muteAudio(false);
      await vi.waitFor(() => expect(stage.patches('me')).toContainEqual({ audioMuted: false }));
      expect(() => DirectCalls.muteAudio('yes' as never)).toThrow(INVALID_ARGUMENT);
    },
  ],
  unMuteAudio: ['unmutes', audioGoesOn(() => DirectCalls.unMuteAudio())],
  unmuteAudio: ['unmutes', audioGoesOn(() => DirectCalls.unmuteAudio())],
  pauseVideo: [
    'closes the camera, with false opens it',
    async (stage) => {
      await stage.join();
      DirectCalls.pauseVideo(true);
      await vi.waitFor(() => expect(stage.patches('me')).toContainEqual({ videoPaused: true }));
      expect(stage.used).toEqual(['mic-1']);
      DirectCalls.pauseVideo(false);
      await vi.waitFor(() => expect(stage.used).toContain('cam-1'));
      expect(() => DirectCalls.pauseVideo(1 as never)).toThrow(INVALID_ARGUMENT);
    },
  ],
  resumeVideo: ['opens the camera', videoGoesOn(() => DirectCalls.resumeVideo())],
  unPauseVideo: ['opens the camera', videoGoesOn(() => DirectCalls.unPauseVideo())],
  startScreenShare: ['shares a screen', shares(() => DirectCalls.startScreenShare())],
  startScreenSharing: ['shares a screen', shares(() => DirectCalls.startScreenSharing())],
  stopScreenShare: ['gives the screen back', sharesNoMore(() => DirectCalls.stopScreenShare())],
  stopScreenSharing: ['gives the screen back', sharesNoMore(() => DirectCalls.stopScreenSharing())],
  switchToVideoCall: [
    'asks the others of an audio call',
    async (stage) => {
      stage.server.session = { ...stage.server.session, type: 'audio' };
      await stage.join({ sessionType: 'VOICE' });
      DirectCalls.switchToVideoCall();
      await vi.waitFor(() => expect(stage.server.to('POST', '/switch-to-video')).toHaveLength(1));
    },
  ],
  muteParticipant: [
    'turns the microphone of another off',
    async (stage) => {
      await stage.join();
      DirectCalls.muteParticipant('ann');
      await vi.waitFor(() => expect(stage.patches('ann')).toEqual([{ audioMuted: true }]));
      wrong('muteParticipant', undefined, '', 7);
    },
  ],
  pauseParticipantVideo: [
    'turns the camera of another off',
    async (stage) => {
      await stage.join();
      DirectCalls.pauseParticipantVideo('ann');
      await vi.waitFor(() => expect(stage.patches('ann')).toEqual([{ videoPaused: true }]));
      wrong('pauseParticipantVideo', undefined, '', 7);
    },
  ],
  raiseHand: [
    'tells the others',
    async (stage) => {
      await stage.join();
      DirectCalls.raiseHand();
      await vi.waitFor(() => expect(stage.patches('me')).toContainEqual({ handRaised: true }));
    },
  ],
  lowerHand: [
    'tells the others',
    async (stage) => {
      await stage.join();
      DirectCalls.raiseHand();
      await vi.waitFor(() => expect(stage.patches('me')).toContainEqual({ handRaised: true }));
      DirectCalls.lowerHand();
      await vi.waitFor(() => expect(stage.patches('me')).toContainEqual({ handRaised: false }));
    },
  ],
  setMode: [
    'changes who is seen',
    async (stage) => {
      await stage.start();
      DirectCalls.setMode(DirectCalls.CALL_MODE.SPOTLIGHT);
      expect(stage.tiles).toEqual(['Name ann']);
      DirectCalls.setMode(DirectCalls.CALL_MODE.TILE);
      expect(stage.tiles).toHaveLength(3);
      for (const mode of [undefined, 'ROUND', 7])
        expect(() => DirectCalls.setMode(mode as never)).toThrow(INVALID_ARGUMENT);
    },
  ],
  setLayout: [
    'changes who is seen',
    async (stage) => {
      await stage.join({ layout: 'SIDEBAR' });
      DirectCalls.setLayout('SPOTLIGHT');
      expect(stage.tiles).toEqual(['Name ann']);
      DirectCalls.setLayout('SIDEBAR');
      expect(stage.mainTile.ariaLabel).toBe('Name ann');
      for (const layout of [undefined, 'DEFAULT'])
        expect(() => DirectCalls.setLayout(layout as never)).toThrow(INVALID_ARGUMENT);
    },
  ],
  pinParticipant: [
    'keeps somebody large, or a screen before others',
    async (stage) => {
      const [ann, bob] = [participant('ann', { screenSharing: true }), participant('bob', { screenSharing: true })];
      stage.server.session = snapshot(1, ME, ann, bob);
      await stage.join({ layout: 'SPOTLIGHT' });
      expect(stage.tiles).toEqual(['Name ann’s screen']);
      DirectCalls.pinParticipant('bob', 'screen-share');
      expect(stage.tiles).toEqual(['Name bob’s screen']);
      wrong('pinParticipant', undefined, '', 7);
      expect(() => DirectCalls.pinParticipant('bob', 'cat' as never)).toThrow(INVALID_ARGUMENT);
    },
  ],
  unpinParticipant: [
    'goes by who speaks again',
    async (stage) => {
      stage.server.session = snapshot(1, ME, ANN, BOB);
      await stage.join({ layout: 'SPOTLIGHT' });
      DirectCalls.pinParticipant('bob');
      expect(stage.tiles).toEqual(['Name bob']);
      DirectCalls.unpinParticipant();
      const speaks = { type: 'DominantSpeakerChanged', sessionId: 's', seq: 1, at: '', participantId: 'ann' } as const;
      stage.server.emit(speaks);
      await vi.waitFor(() => expect(stage.tiles).toEqual(['Name ann, speaking']));
    },
  ],
} satisfies Record<keyof typeof controls, Row>;
