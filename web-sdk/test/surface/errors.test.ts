// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallException, DirectCalls } from '../../src/index';
import { left } from '../support/made';
import { FakeConnection, offer } from '../support/rtc';
import { prove, type Row, Stage, TOKEN } from './stage';

type Code = CallException['code'];

const settings = () => new DirectCalls.CallSettingsBuilder().build();
const start = (stage: Stage) => DirectCalls.startSession(TOKEN, settings(), stage.element);

function refuseJoin({ server }: Stage, status: number, code: string): void {
  server.reply = ({ path }) =>
    path.endsWith('/participants') ? Response.json({ error: { code, message: 'No.' } }, { status }) : undefined;
}

/** `onError` of a running call hears it, and the call goes on. */
function heard(code: Code, does: (stage: Stage) => void, before: (stage: Stage) => void = () => undefined): Row[1] {
  return async (stage) => {
    const onError = stage.hear('onError');
    before(stage);
    await stage.join();
    does(stage);
    await vi.waitFor(() => expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code })));
    expect(onError.mock.lastCall?.[0]).toBeInstanceOf(CallException);
    expect(stage.tiles).not.toEqual([]);
  };
}

function block({ machine }: Stage, kind: 'audio' | 'video'): void {
  const open = machine.getUserMedia.bind(machine);
  vi.spyOn(machine, 'getUserMedia').mockImplementation((wanted) =>
    wanted[kind] === undefined ? open(wanted) : Promise.reject(new DOMException('No.', 'NotAllowedError')),
  );
}

const ERRORS = {
  ERROR_NOT_SUPPORTED: [
    'something was asked for that this SDK has not',
    heard('ERROR_NOT_SUPPORTED', () => DirectCalls.startRecording()),
  ],
  INVALID_ARGUMENT_EXCEPTION: [
    'an argument of startSession is missing or wrong',
    async (stage) => {
      const code = 'INVALID_ARGUMENT_EXCEPTION';
      for (const token of [undefined, '', 'nonsense', 7])
        await expect(DirectCalls.startSession(token as never, settings(), stage.element)).rejects.toMatchObject({
          code,
        });
      for (const element of [null, undefined, '#call', {}])
        await expect(DirectCalls.startSession(TOKEN, settings(), element as never)).rejects.toMatchObject({ code });
    },
  ],
  INVALID_CALL_APP_SETTINGS: [
    'init got no app settings',
    () => expect(DirectCalls.init({} as never)).rejects.toMatchObject({ code: 'INVALID_CALL_APP_SETTINGS' }),
  ],
  INVALID_CALL_SETTINGS: [
    'startSession got no settings',
    ({ element }) =>
      expect(DirectCalls.startSession(TOKEN, undefined as never, element)).rejects.toMatchObject({
        code: 'INVALID_CALL_SETTINGS',
      }),
  ],
  INVALID_PRESENTER_SETTINGS: [
    'joinPresentation got no settings',
    ({ element }) =>
      expect(DirectCalls.joinPresentation(TOKEN, undefined as never, element)).rejects.toMatchObject({
        code: 'INVALID_PRESENTER_SETTINGS',
      }),
  ],
  API_ERROR: [
    'the server refused',
    async (stage) => {
      refuseJoin(stage, 403, 'ERR_CALL_NOT_A_PART');
      await expect(start(stage)).rejects.toMatchObject({ code: 'API_ERROR', errorCode: 'ERR_CALL_NOT_A_PART' });
    },
  ],
  UNKNOWN_API_ERROR: [
    'the server was not reached',
    async (stage) => {
      stage.server.reply = () => {
        throw new TypeError('Failed to fetch');
      };
      await expect(start(stage)).rejects.toMatchObject({ code: 'UNKNOWN_API_ERROR', details: 'Failed to fetch' });
    },
  ],
  AUTH_ERR_TOKEN_INVALID_SIGNATURE: [
    'the call token is of another installation',
    async (stage) => {
      refuseJoin(stage, 401, 'AUTH_ERR_TOKEN_INVALID_SIGNATURE');
      await expect(start(stage)).rejects.toMatchObject({ code: 'AUTH_ERR_TOKEN_INVALID_SIGNATURE' });
    },
  ],
  ERROR_SESSION_IN_PROGRESS: [
    'a second call is started, and the first goes on',
    async (stage) => {
      await stage.start();
      await expect(start(stage)).rejects.toMatchObject({ code: 'ERROR_SESSION_IN_PROGRESS' });
      expect(stage.used).toEqual(['mic-1', 'cam-1']);
    },
  ],
  ERROR_MICROPHONE: [
    'the browser blocks the microphone',
    heard(
      'ERROR_MICROPHONE',
      () => undefined,
      (stage) => block(stage, 'audio'),
    ),
  ],
  ERROR_CAMERA: [
    'the browser blocks the camera',
    heard(
      'ERROR_CAMERA',
      () => undefined,
      (stage) => block(stage, 'video'),
    ),
  ],
  ERROR_AUDIO_OUTPUT: [
    'there is no such output',
    heard('ERROR_AUDIO_OUTPUT', () => DirectCalls.setAudioOutputDevice('out-9')),
  ],
  ERROR_SCREEN_SHARE: [
    'the person shares no screen',
    heard('ERROR_SCREEN_SHARE', ({ machine }) => {
      const refused = new DOMException('No.', 'NotAllowedError');
      vi.spyOn(machine, 'getDisplayMedia').mockRejectedValue(refused);
      DirectCalls.startScreenShare();
    }),
  ],
  ERROR_MEDIA: [
    'the browser does not take an offer',
    heard('ERROR_MEDIA', ({ server }) => {
      vi.spyOn(FakeConnection.prototype, 'setRemoteDescription').mockRejectedValueOnce(new Error('bad offer'));
      server.emit(offer(1, 1));
    }),
  ],
  ERROR_REMOVED_FROM_CALL: [
    'this user was taken out',
    async (stage) => {
      const [onError, onCallEnded] = [stage.hear('onError'), stage.hear('onCallEnded')];
      await stage.join();
      stage.server.emit({ ...left(2, 'me'), reason: 'kicked' } as never);
      const code = 'ERROR_REMOVED_FROM_CALL';
      await vi.waitFor(() => expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code })));
      expect(onCallEnded).toHaveBeenCalledOnce();
      expect(stage.used).toEqual([]);
    },
  ],
} satisfies Record<Code, Row>;

prove('the error', ERRORS);

describe('after a start that failed', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.open();
  });
  afterEach(() => {
    stage.close();
  });

  it('joinSession gives the error, nothing stays open, and the next call starts', async () => {
    const onError = stage.hear('onError');
    refuseJoin(stage, 403, 'ERR_CALL_NOT_A_PART');

    const { error } = await DirectCalls.joinSession(TOKEN, {}, stage.element);

    expect(error).toMatchObject({ code: 'API_ERROR' });
    await vi.waitFor(() => expect(stage.used).toEqual([]));
    expect([stage.element.childElementCount, onError.mock.calls]).toEqual([0, []]);
    stage.server.reply = () => undefined;
    await stage.join();
    expect(stage.tiles).toHaveLength(3);
  });

  it('startSession tells the listener of the settings in place of rejecting', async () => {
    const onError = vi.fn();
    refuseJoin(stage, 403, 'ERR_CALL_NOT_A_PART');
    const built = new DirectCalls.CallSettingsBuilder().setCallListener({ onError }).build();

    await DirectCalls.startSession(TOKEN, built, stage.element);

    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'API_ERROR' }));
  });
});
