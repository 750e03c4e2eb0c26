// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LoggedCallWire } from '../src/api/calls-api';
import { DirectCalls } from '../src/index';
import { loggedCall, loggedJoin } from './support/logged';

/** As the server writes it. */
function call(sessionId: string): LoggedCallWire {
  const minutes = { totalVideoMinutes: 1.5, totalDurationInMinutes: 1.5 };
  const times = { joinedAt: 1_700_000_000, leftAt: 1_700_000_090 };
  return loggedCall([loggedJoin('ada', { name: 'Ada', deviceID: 'p1', mid: 'p1', ...minutes, ...times })], {
    sessionId,
    totalVideoMinutes: 3,
    totalDuration: '00:01:30',
    totalDurationInMinutes: 1.5,
    initiatedAt: 1_700_000_000,
    endedAt: 1_700_000_090,
    status: 'ended',
    mid: '7',
    totalParticipants: 2,
    data: {
      entities: {
        initiator: { entity: { uid: 'ada', name: 'Ada' }, entityType: 'user' },
        receiver: { entity: { guid: sessionId, name: sessionId }, entityType: 'group' },
      },
    },
  });
}

describe('the history of calls', () => {
  const asked: { path: string; authToken: string | null }[] = [];
  let answer: unknown;

  beforeEach(async () => {
    asked.length = 0;
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
      const { pathname, search } = new URL(url);
      asked.push({ path: pathname + search, authToken: new Headers(init.headers).get('authtoken') });
      return Promise.resolve(Response.json({ data: answer }));
    });
    await DirectCalls.init({ appId: 'a', region: 'eu', host: 'http://s/v3' });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('tells of one call', async () => {
    answer = [call('room/1')];

    const [log] = await DirectCalls.getCallDetails('room/1', 'TOKEN');

    expect(asked).toEqual([{ path: '/v3/calls/room%2F1', authToken: 'TOKEN' }]);
    expect([log?.getSessionID(), log?.getStatus(), log?.getType(), log?.getCallCategory()]).toEqual([
      'room/1',
      'ended',
      'video',
      'meet',
    ]);
    expect([log?.getTotalDuration(), log?.getTotalVideoMinutes(), log?.getTotalParticipants()]).toEqual([
      '00:01:30',
      3,
      2,
    ]);
    expect(log?.getInitiator().getName()).toBe('Ada');
    expect(log?.getReceiver()).toBeInstanceOf(DirectCalls.CallGroup);
    expect(log?.getParticipants().map((one) => [one.getUid(), one.getHasJoined(), one.getLeftAt()])).toEqual([
      ['ada', true, 1_700_000_090],
    ]);
  });

  it('is read page by page', async () => {
    const request = new DirectCalls.CallLogRequestBuilder()
      .setAuthToken('TOKEN')
      .setLimit(2)
      .setCallType('video')
      .setCallStatus('missed')
      .setCallCategory('call')
      .setCallDirection('incoming')
      .setHasRecording(false)
      .setUid('bob')
      .build();

    answer = [call('a'), call('b')];
    expect(await request.fetchPrevious()).toEqual([]);
    expect((await request.fetchNext()).map((one) => one.getSessionID())).toEqual(['a', 'b']);
    answer = [call('c')];
    expect((await request.fetchNext()).map((one) => one.getSessionID())).toEqual(['c']);
    expect(await request.fetchNext()).toEqual([]);
    answer = [call('a'), call('b')];
    expect(await request.fetchPrevious()).toHaveLength(2);

    const pages = asked.map(({ path }) => new URL(path, 'http://s').searchParams);
    expect(pages.map((one) => one.get('page'))).toEqual(['1', '2', '1']);
    expect(Object.fromEntries(pages[0] ?? [])).toEqual({
      type: 'video',
      status: 'missed',
      mode: 'call',
      direction: 'incoming',
      hasRecording: 'false',
      uid: 'bob',
      perPage: '2',
      page: '1',
    });
  });

  it('is that of whoever logged in', async () => {
    await DirectCalls.loginWithAuthToken('MINE');
    answer = [];

    await DirectCalls.getCallDetails('room');
    await new DirectCalls.CallLogRequestBuilder().setGuid('team').build().fetchNext();

    expect(asked.map((one) => one.authToken)).toEqual(['MINE', 'MINE']);
  });

  it('refuses what is wrong', async () => {
    const code = 'INVALID_ARGUMENT_EXCEPTION';
    const builder = new DirectCalls.CallLogRequestBuilder();

    await expect(DirectCalls.getCallDetails('', 'TOKEN')).rejects.toMatchObject({ code });
    await expect(DirectCalls.getCallDetails('room', 7 as never)).rejects.toMatchObject({ code });
    for (const limit of [0, 1.5, 1_001, '9' as never])
      expect(() => builder.setLimit(limit)).toThrow(expect.objectContaining({ code }));
    expect(() => builder.setCallType('smoke' as never)).toThrow(expect.objectContaining({ code }));
    expect(() => builder.setUid('')).toThrow(expect.objectContaining({ code }));
    expect(asked).toEqual([]);
  });
});
