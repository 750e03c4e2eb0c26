// @vitest-environment jsdom
import { expect } from 'vitest';
import { DirectCall, DirectCalls } from '../../src/index';
import { CONTROL_ROWS } from './control-rows';
import { DEVICE_ROWS, LISTENING_ROWS } from './device-rows';
import { HISTORY_ROWS, LOG_REQUEST_ROWS } from './history-rows';
import { SESSION_ROWS, SET_UP_ROWS } from './set-up-rows';
import { methodsOf, prove, proveComplete, type Row } from './stage';
import { UNSUPPORTED_ROWS } from './unsupported-rows';
import { CALL_CALLBACK_ROWS, CALL_ROWS, RINGING_ROWS } from './ringing-rows';

const MODES = { DEFAULT: 'DEFAULT', SPOTLIGHT: 'SPOTLIGHT', GRID: 'TILE', TILE: 'TILE' };
const start = (settings: unknown, { element }: { element: HTMLElement }) =>
  DirectCalls.startSession('', settings as never, element);

/** The classes and constants; what their methods do has tables of its own. */
const VALUE_ROWS = {
  CALL_MODE: ['has the modes', () => expect(DirectCalls.CALL_MODE).toEqual(MODES)],
  MODE: ['is CALL_MODE', () => expect(DirectCalls.MODE).toBe(DirectCalls.CALL_MODE)],
  CallAppSettings: [
    'is what the builder builds, and init takes',
    () => expect(new DirectCalls.CallAppSettingsBuilder().build()).toBeInstanceOf(DirectCalls.CallAppSettings),
  ],
  CallAppSettingsBuilder: [
    'builds app settings',
    () => {
      const built = new DirectCalls.CallAppSettingsBuilder().setAppId('a').setRegion('eu').setHost('h').build();
      expect([built.getAppId(), built.getRegion(), built.getHost()]).toEqual(['a', 'eu', 'h']);
    },
  ],
  CallSettings: [
    'is what the builder builds, with the words of MainVideoContainerSetting',
    () => {
      expect(new DirectCalls.CallSettingsBuilder().build()).toBeInstanceOf(DirectCalls.CallSettings);
      expect(DirectCalls.CallSettings.POSITION).toEqual({
        TOP_LEFT: 'top-left',
        TOP_RIGHT: 'top-right',
        BOTTOM_LEFT: 'bottom-left',
        BOTTOM_RIGHT: 'bottom-right',
      });
      expect(DirectCalls.CallSettings.ASPECT_RATIO).toEqual({ DEFAULT: 'default', CONTAIN: 'contain', COVER: 'cover' });
    },
  ],
  CallSettingsBuilder: [
    'is needed for startSession',
    (stage) => expect(start({}, stage)).rejects.toMatchObject({ code: 'INVALID_CALL_SETTINGS' }),
  ],
  MainVideoContainerSetting: [
    'shows everything by default',
    () =>
      expect(new DirectCalls.MainVideoContainerSetting()).toMatchObject({
        aspectRatio: 'default',
        fullScreenButton: { position: 'bottom-right', visible: true },
        nameLabel: { position: 'bottom-left', visible: true },
        networkLabel: { position: 'bottom-right', visible: true },
      }),
  ],
  OngoingCallListener: [
    'hears as the plain object that it wraps',
    async (stage) => {
      const names: string[] = [];
      const onUserListUpdated = (users: { name: string }[]) => names.push(...users.map((one) => one.name));
      await stage.start(undefined, new DirectCalls.OngoingCallListener({ onUserListUpdated }));
      expect(names).toEqual(['Name me', 'Name ann', 'Name bob']);
    },
  ],
  PresenterSettings: [
    'is what the builder builds, with all of CallSettings',
    () => {
      const built = new DirectCalls.PresenterSettingsBuilder().build();
      expect(built).toBeInstanceOf(DirectCalls.PresenterSettings);
      expect(DirectCalls.PresenterSettings.POSITION).toBe(DirectCalls.CallSettings.POSITION);
    },
  ],
  PresenterSettingsBuilder: [
    'is needed for joinPresentation',
    ({ element }) =>
      expect(
        DirectCalls.joinPresentation('', new DirectCalls.CallSettingsBuilder().build() as never, element),
      ).rejects.toMatchObject({ code: 'INVALID_PRESENTER_SETTINGS' }),
  ],
  getCallStats: [
    'gives figures of the running call',
    async (stage) => {
      expect(await DirectCalls.getCallStats()).toBeUndefined();
      await stage.join();
      expect(await DirectCalls.getCallStats()).toMatchObject({
        sessionId: 's',
        participantId: 'me',
        remotes: [{ name: 'Name ann' }, { name: 'Name bob' }],
      });
    },
  ],
} satisfies Partial<Record<keyof typeof DirectCalls, Row>>;

const MEMBERS: Record<keyof typeof DirectCalls, Row> = {
  ...VALUE_ROWS,
  ...SET_UP_ROWS,
  ...SESSION_ROWS,
  ...CONTROL_ROWS,
  ...DEVICE_ROWS,
  ...LISTENING_ROWS,
  ...HISTORY_ROWS,
  ...UNSUPPORTED_ROWS,
};

/** What stands for a chat SDK. */
const CHAT: Record<keyof typeof DirectCall, Row> = {
  CALL_MODE: ['has the modes', () => expect(DirectCall.CALL_MODE).toEqual(MODES)],
  ...RINGING_ROWS,
};

prove('DirectCalls', MEMBERS);
proveComplete('DirectCalls', Object.keys(DirectCalls), MEMBERS);
prove('DirectCall', CHAT);
proveComplete('DirectCall', Object.keys(DirectCall), CHAT);
prove('Call', CALL_ROWS);
proveComplete('Call', methodsOf(DirectCall.Call), CALL_ROWS);
prove('DirectCall.CallListener', CALL_CALLBACK_ROWS);
prove('CallLogRequestBuilder', LOG_REQUEST_ROWS);
proveComplete('CallLogRequestBuilder', methodsOf(DirectCalls.CallLogRequestBuilder), LOG_REQUEST_ROWS);
