import { expect } from 'vitest';
import type { callHistory } from '../../src/compat/call-history';
import {
  type CallGroup,
  type CallLog,
  type CallLogRequestBuilder,
  type CallUser,
  DirectCalls,
  type Participant,
} from '../../src/index';
import { loggedCall, loggedJoin } from '../support/logged';
import { INVALID_ARGUMENT, methodsOf, type Row, type Stage } from './stage';

const ADA = { uid: 'ada', name: 'Ada', avatar: 'http://s/ada.png' };
const JOIN = loggedJoin('ada', {
  totalAudioMinutes: 0.5,
  totalVideoMinutes: 1.5,
  totalDurationInMinutes: 2,
  joinedAt: 1_700_000_000,
  leftAt: 1_700_000_120,
});
const WIRE = loggedCall([JOIN], {
  totalAudioMinutes: 1,
  totalVideoMinutes: 3,
  totalDuration: '00:02:00',
  totalDurationInMinutes: 2,
  initiatedAt: 1_700_000_000,
  endedAt: 1_700_000_120,
  status: 'ended',
  totalParticipants: 2,
  data: {
    entities: {
      initiator: { entity: ADA, entityType: 'user' },
      receiver: { entity: { guid: 'team', name: 'The team' }, entityType: 'group' },
    },
  },
});

/** What each getter gives for the call above. */
const LOG = {
  getSessionID: 's1',
  getTotalAudioMinutes: 1,
  getTotalVideoMinutes: 3,
  getTotalDuration: '00:02:00',
  getTotalDurationInMinutes: 2,
  getHasRecording: false,
  getInitiatedAt: 1_700_000_000,
  getEndedAt: 1_700_000_120,
  getCallCategory: 'meet',
  getInitiator: expect.any(DirectCalls.CallUser),
  getReceiver: expect.any(DirectCalls.CallGroup),
  getReceiverType: 'group',
  getStatus: 'ended',
  getType: 'video',
  getMid: 'mid',
  getTotalParticipants: 2,
  getParticipants: [expect.any(DirectCalls.Participant)],
  getRecordings: [],
} satisfies Record<keyof CallLog, unknown>;

const USER = { getUid: 'ada', getName: 'Ada', getAvatar: 'http://s/ada.png' } satisfies Record<keyof CallUser, unknown>;
const GROUP = { getGuid: 'team', getName: 'The team' } satisfies Record<keyof CallGroup, unknown>;
const PARTICIPANT = {
  getUid: 'ada',
  getName: 'Name ada',
  getAvatar: undefined,
  getTotalAudioMinutes: 0.5,
  getTotalVideoMinutes: 1.5,
  getTotalDurationInMinutes: 2,
  getDeviceID: 'device',
  getHasJoined: true,
  getJoinedAt: 1_700_000_000,
  getLeftAt: 1_700_000_120,
  getMid: 'mid',
  getState: 'ended',
} satisfies Record<keyof Participant, unknown>;

/** The getters of a class are those of the table, and give what it says. */
function gives(kind: { prototype: object }, one: object | undefined, expected: object): void {
  expect(one).toBeInstanceOf(kind);
  const getters = one as Record<string, () => unknown>;
  expect(Object.fromEntries(methodsOf(kind).map((name) => [name, getters[name]?.call(one)]))).toEqual(expected);
}

async function newest({ server }: Stage): Promise<CallLog | undefined> {
  server.reply = () => Response.json({ data: [WIRE] });
  const [log] = await DirectCalls.getCallDetails('s1', 'A');
  return log;
}

export const HISTORY_ROWS = {
  CallLog: ['has all of a call', async (stage) => gives(DirectCalls.CallLog, await newest(stage), LOG)],
  CallUser: [
    'is who started a call',
    async (stage) => gives(DirectCalls.CallUser, (await newest(stage))?.getInitiator(), USER),
  ],
  CallGroup: [
    'is what was called',
    async (stage) => gives(DirectCalls.CallGroup, (await newest(stage))?.getReceiver(), GROUP),
  ],
  Participant: [
    'is one join',
    async (stage) => gives(DirectCalls.Participant, (await newest(stage))?.getParticipants()[0], PARTICIPANT),
  ],
  CallLogRequestBuilder: [
    'makes requests for pages',
    async ({ server }) => {
      server.reply = () => Response.json({ data: [WIRE] });
      const request = new DirectCalls.CallLogRequestBuilder().setAuthToken('A').setLimit(1).build();
      expect((await request.fetchNext()).map((one) => one.getSessionID())).toEqual(['s1']);
      expect(await request.fetchPrevious()).toEqual([]);
    },
  ],
  getCallDetails: [
    'gives the newest call of a session',
    async (stage) => {
      expect((await newest(stage))?.getSessionID()).toBe('s1');
      const code = 'INVALID_ARGUMENT_EXCEPTION';
      await expect(DirectCalls.getCallDetails('', 'A')).rejects.toMatchObject({ code });
      await expect(DirectCalls.getCallDetails('room', 7 as never)).rejects.toMatchObject({ code });
    },
  ],
} satisfies Record<keyof typeof callHistory, Row>;

type Set = (builder: CallLogRequestBuilder, value: never) => CallLogRequestBuilder;

/** The setting asks the server for it, and throws for what it does not take. */
function asks(set: Set, value: unknown, query: string, ...wrong: unknown[]): Row {
  return [
    `asks for ${query}`,
    async ({ server }) => {
      const builder = new DirectCalls.CallLogRequestBuilder().setAuthToken('A');
      server.reply = () => Response.json({ data: [] });
      await set(builder, value as never)
        .build()
        .fetchNext();
      expect(server.requests[0]?.path).toContain(query);
      for (const one of wrong) expect(() => set(builder, one as never)).toThrow(INVALID_ARGUMENT);
    },
  ];
}

export const LOG_REQUEST_ROWS = {
  setLimit: asks((builder, value) => builder.setLimit(value), 7, 'perPage=7', 0, 1.5, 1_001, '9', undefined),
  setCallType: asks((builder, value) => builder.setCallType(value), 'audio', 'type=audio', 'smoke', undefined),
  setCallStatus: asks((builder, value) => builder.setCallStatus(value), 'missed', 'status=missed', 'odd', undefined),
  setHasRecording: asks(
    (builder, value) => builder.setHasRecording(value),
    false,
    'hasRecording=false',
    'no',
    undefined,
  ),
  setCallCategory: asks((builder, value) => builder.setCallCategory(value), 'meet', 'mode=meet', 'odd', undefined),
  setCallDirection: asks(
    (builder, value) => builder.setCallDirection(value),
    'incoming',
    'direction=incoming',
    'up',
    undefined,
  ),
  setUid: asks((builder, value) => builder.setUid(value), 'bob', 'uid=bob', '', 7, undefined),
  setGuid: asks((builder, value) => builder.setGuid(value), 'team', 'guid=team', '', 7, undefined),
  setAuthToken: [
    'asks as that user',
    async ({ server }) => {
      server.reply = () => Response.json({ data: [] });
      const builder = new DirectCalls.CallLogRequestBuilder();
      await builder.setAuthToken('BOB').build().fetchNext();
      expect(server.requests[0]?.headers.get('authToken')).toBe('BOB');
      for (const wrong of ['', 7, undefined])
        expect(() => builder.setAuthToken(wrong as never)).toThrow(INVALID_ARGUMENT);
    },
  ],
  build: [
    'is not changed by what is set later',
    async ({ server }) => {
      server.reply = () => Response.json({ data: [] });
      const builder = new DirectCalls.CallLogRequestBuilder().setAuthToken('A').setUid('bob');
      const request = builder.build();
      builder.setUid('cleo');
      await request.fetchNext();
      expect(server.requests[0]?.path).toContain('uid=bob');
    },
  ],
} satisfies Record<keyof CallLogRequestBuilder, Row>;
