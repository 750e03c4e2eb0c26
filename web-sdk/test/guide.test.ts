// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DirectCall, DirectCalls } from '../src/index';
import { SAMPLES } from './guide/samples';
import { ringOf } from './support/exchange';
import { joined, left, participant, updated } from './support/made';
import { ANN, BOB, Stage, TOKEN } from './surface/stage';

/** A sample runs as it is, with these values for what the text around it explains. */
class Reader {
  readonly logged = vi.fn();
  readonly cleanUps: (() => void)[] = [];
  deviceId = '';

  /** Runs the sample until it is done; what it does not wait for goes on. */
  async run(heading: string): Promise<void> {
    const AsyncFunction = (async () => Promise.resolve()).constructor as FunctionConstructor;
    const names = {
      CometChatCalls: DirectCalls,
      CometChat: DirectCall,
      callToken: TOKEN,
      deviceId: this.deviceId,
      useEffect: (effect: () => () => void) => void this.cleanUps.push(effect()),
      console: { log: this.logged },
    };
    const sample = new AsyncFunction(...Object.keys(names), SAMPLES.get(heading) ?? 'throw new Error("gone")');
    await (sample as unknown as (...values: unknown[]) => Promise<void>)(...Object.values(names));
  }
}

const CLEO = participant('cleo');
type Proof = (stage: Stage, run: (heading: string) => Promise<void>, reader: Reader) => Promise<void>;

/** In a call, runs the sample and waits for what it does. */
function inCall(heading: string, deviceId: string, done: (stage: Stage) => void): [string, Proof] {
  return [
    heading,
    async (stage, run, reader) => {
      await stage.start();
      reader.deviceId = deviceId;
      await run(heading);
      await vi.waitFor(() => done(stage));
    },
  ];
}

async function takeCall({ server }: Stage): Promise<void> {
  server.reply = ({ path }) =>
    path.includes('/calls/') ? Response.json({ data: ringOf('grace', 'ongoing') }) : undefined;
  await DirectCalls.loginWithAuthToken('T');
  await DirectCall.acceptCall('s1');
}

const microphone = ({ machine }: Stage) => machine.live.find((one) => one.kind === 'audio');

const PROOFS: [string, Proof][] = [
  [
    'Generate Call Token',
    async ({ server }, run, { logged }) => {
      await DirectCalls.loginWithAuthToken('T');
      server.reply = () => Response.json({ data: { token: 'CALL-TOKEN' } });
      await run('Generate Call Token');
      await vi.waitFor(() => expect(logged).toHaveBeenCalledWith('Call token fetched: ', 'CALL-TOKEN'));
      server.reply = () => Response.json({ error: { code: 'NO', message: 'No.' } }, { status: 401 });
      await run('Generate Call Token');
      const error = expect.objectContaining({ code: 'API_ERROR' }) as Error;
      await vi.waitFor(() => expect(logged).toHaveBeenCalledWith('Generating call token failed with error: ', error));
    },
  ],
  [
    'Start Call Session',
    async (stage, run, { logged }) => {
      await run('Start Call Session');
      await stage.devicesAreKnown();
      expect(stage.tiles).toHaveLength(3);
      stage.server.emit(joined(2, CLEO));
      stage.server.emit(updated(3, { ...BOB, audioMuted: true }, 'ann'));
      stage.server.emit(left(4, 'cleo'));
      const user = (id: string) => expect.objectContaining({ id }) as object;
      await vi.waitFor(() => expect(logged).toHaveBeenCalledWith('event => onUserLeft', user('cleo')));
      expect(logged).toHaveBeenCalledWith('event => onUserJoined', user('cleo'));
      const muted = { userMuted: user('bob'), userMutedBy: user('ann') };
      expect(logged).toHaveBeenCalledWith('Listener => onUserMuted:', muted);
    },
  ],
  [
    'Listener',
    async (stage, run, { logged, cleanUps }) => {
      await run('Listener');
      await stage.start();
      stage.press('Leave call');
      expect(logged.mock.calls.map(([what]) => what as string)).toEqual(
        expect.arrayContaining(['user list:', 'audio modes:', 'End Call button pressed', 'Call ended']),
      );
      for (const cleanUp of cleanUps) cleanUp();
      logged.mockClear();
      await stage.start();
      expect(logged).not.toHaveBeenCalled();
    },
  ],
  [
    'End Call Session, who ended the call',
    async (stage, run) => {
      await takeCall(stage);
      await run('End Call Session, who ended the call');
      await vi.waitFor(() => expect(stage.server.to('POST', '/calls/s1/end')).toHaveLength(1));
      await vi.waitFor(() => expect(DirectCall.getActiveCall()).toBeNull());
    },
  ],
  [
    'End Call Session, who was on the call',
    async (stage, run) => {
      await takeCall(stage);
      await stage.start();
      await run('End Call Session, who was on the call');
      expect([DirectCall.getActiveCall(), stage.used]).toEqual([null, []]);
    },
  ],
  inCall('For Direct Call', '', (stage) => expect(stage.used).toEqual([])),
  inCall('Mute Audio', '', (stage) => expect(microphone(stage)?.enabled).toBe(false)),
  inCall('Pause Video', '', (stage) => expect(stage.used).toEqual(['mic-1'])),
  inCall('Start Screen Share', '', (stage) => expect(stage.used).toContain('screen')),
  [
    'Stop Screen Share',
    async (stage, run) => {
      await stage.start();
      await run('Start Screen Share');
      await vi.waitFor(() => expect(stage.used).toContain('screen'));
      await run('Stop Screen Share');
      await vi.waitFor(() => expect(stage.used).not.toContain('screen'));
    },
  ],
  inCall('Set Mode', '', (stage) => expect(stage.tiles).toEqual([ANN.name])),
  inCall('Get Audio Input Devices', '', () => expect(DirectCalls.getAudioInputDevices()).toHaveLength(2)),
  inCall('Get Audio Output Devices', '', () => expect(DirectCalls.getAudioOutputDevices()).toHaveLength(2)),
  inCall('Get Video Input Devices', '', () => expect(DirectCalls.getVideoInputDevices()).toHaveLength(2)),
  inCall('Set Audio Input Device', 'mic-2', (stage) => expect(stage.used).toContain('mic-2')),
  inCall('Set Audio Output Device', 'out-2', () =>
    expect(DirectCalls.getCurrentAudioOutputDevice()?.deviceId).toBe('out-2'),
  ),
  inCall('Set Video Input Device', 'cam-2', (stage) => expect(stage.used).toContain('cam-2')),
];

describe('the sample of the guide', () => {
  let stage: Stage;
  let reader: Reader;
  beforeEach(async () => {
    stage = await Stage.open();
    stage.element.id = 'ELEMENT_ID';
    reader = new Reader();
  });
  afterEach(async () => {
    stage.close();
    await DirectCall.logout();
  });

  it.each(PROOFS)('%s', (_heading, proof) => proof(stage, (heading) => reader.run(heading), reader));

  it('runs, each of them', () => {
    expect(PROOFS.map(([heading]) => heading)).toEqual([...SAMPLES.keys()]);
  });
});
