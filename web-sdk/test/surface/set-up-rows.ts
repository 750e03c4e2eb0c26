import { expect, vi } from 'vitest';
import type { session } from '../../src/compat/session';
import type { setUp } from '../../src/compat/set-up';
import { DirectCalls } from '../../src/index';
import { type Row, TOKEN } from './stage';

const gone = () => vi.waitFor(() => expect(DirectCalls.getVideoInputDevices()).toEqual([]));

export const SET_UP_ROWS = {
  init: [
    'says where the installation is',
    async ({ server }) => {
      await DirectCalls.init({ appId: 'a', region: 'eu', host: 'http://other/v3' });
      server.reply = () => Response.json({ data: { token: 'T' } });
      await DirectCalls.generateToken('room', 'A');
      expect(server.requests.map((one) => one.path)).toEqual(['/v3/call_tokens']);
      for (const wrong of [undefined, null, 7, {}, { appId: '', region: 'eu' }, { appId: 'a', region: 'eu', host: 7 }])
        await expect(DirectCalls.init(wrong as never)).rejects.toMatchObject({ code: 'INVALID_CALL_APP_SETTINGS' });
    },
  ],
  loginWithAuthToken: [
    'keeps the auth token for generateToken',
    async ({ server }) => {
      await DirectCalls.loginWithAuthToken('MINE');
      await DirectCalls.generateToken('room');
      expect(server.requests[0]?.headers.get('authToken')).toBe('MINE');
      for (const wrong of [undefined, '', 7])
        await expect(DirectCalls.loginWithAuthToken(wrong as never)).rejects.toMatchObject({
          code: 'INVALID_ARGUMENT_EXCEPTION',
        });
    },
  ],
  generateToken: [
    'gets the token of a session',
    async ({ server }) => {
      server.reply = () => Response.json({ data: { token: 'T' } });
      await expect(DirectCalls.generateToken('room', 'A')).resolves.toEqual({ token: 'T' });
      expect(server.requests[0]).toMatchObject({ method: 'POST', body: { sessionId: 'room' } });
      expect(server.requests[0]?.headers.get('authToken')).toBe('A');
      for (const [room, authToken] of [
        [undefined, 'A'],
        ['room', 7],
      ])
        await expect(DirectCalls.generateToken(room as never, authToken as never)).rejects.toMatchObject({
          code: 'INVALID_ARGUMENT_EXCEPTION',
        });
    },
  ],
} satisfies Record<keyof typeof setUp, Row>;

export const SESSION_ROWS = {
  startSession: [
    'joins, and shows the call in the element',
    async (stage) => {
      await stage.start();
      expect(stage.joinRequest).toMatchObject({ callType: 'video', audioMuted: false, videoPaused: false });
      expect(stage.tiles).toEqual(['Name ann', 'Name bob', 'Name me (You)']);
    },
  ],
  joinPresentation: [
    'joins without devices for who is no presenter',
    async ({ element, machine, server }) => {
      const settings = new DirectCalls.PresenterSettingsBuilder().build();
      await DirectCalls.joinPresentation(TOKEN, settings, element);
      expect(server.to('POST', '/participants')).toHaveLength(1);
      expect(machine.asked).toEqual([]);
    },
  ],
  joinSession: [
    'joins with plain settings, and gives what came of it',
    async ({ element }) => {
      await expect(DirectCalls.joinSession(TOKEN, {}, element)).resolves.toEqual({ data: { sessionId: 's' } });
      await expect(DirectCalls.joinSession(TOKEN, {}, element)).resolves.toEqual({
        error: expect.objectContaining({ code: 'ERROR_SESSION_IN_PROGRESS' }) as Error,
      });
    },
  ],
  endSession: [
    'leaves, and gives everything back',
    async (stage) => {
      await stage.start();
      DirectCalls.endSession();
      expect(stage.used).toEqual([]);
      expect(stage.element.childElementCount).toBe(0);
      expect(stage.server.to('DELETE', '/participants/me')).toHaveLength(1);
    },
  ],
  leaveSession: [
    'is endSession',
    async (stage) => {
      await stage.join();
      DirectCalls.leaveSession();
      expect(stage.used).toEqual([]);
      expect(stage.server.to('DELETE', '/participants/me')).toHaveLength(1);
    },
  ],
  endSessionForAll: [
    'asks the server to end it for everybody',
    async (stage) => {
      await stage.join();
      DirectCalls.endSessionForAll();
      await vi.waitFor(() => expect(stage.server.to('DELETE', '/sessions/s')).toHaveLength(1));
      stage.server.emit({ type: 'SessionEnded', sessionId: 's', seq: 2, at: '', reason: 'ended-for-all' });
      await gone();
    },
  ],
} satisfies Record<keyof typeof session, Row>;
