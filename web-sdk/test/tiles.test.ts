import { describe, expect, it } from 'vitest';
import { type CallModel, firstModel, phaseOf, trackKey } from '../src/core/call-model';
import { initialsOf, tilesOf } from '../src/ui/tiles';
import { EVERYTHING, participant } from './support/made';

const track = (id: string) => ({ id }) as MediaStreamTrack;

function model(change: Partial<CallModel>): CallModel {
  const first = firstModel({ audioOnly: false, publishes: EVERYTHING, muted: false, paused: false });
  return { ...first, stream: 'open', media: 'connected', self: participant('me'), ...change };
}

describe('the tiles of a call', () => {
  it('are the screens, then the others, then the own one', () => {
    const others = [participant('ann'), participant('bob', { screenSharing: true })];
    const tracks = new Map([[trackKey('bob', 'screen'), track('bob-screen')]]);

    const tiles = tilesOf(model({ others, tracks }));

    expect(tiles.map((one) => one.id)).toEqual(['bob/screen', 'ann/camera', 'bob/camera', 'me/camera']);
    expect(tiles[0]).toMatchObject({ kind: 'screen', video: { id: 'bob-screen' }, label: 'Name bob’s screen' });
  });

  it('show the avatar of somebody whose camera is off, even when a track is there', () => {
    const others = [participant('ann', { videoPaused: true, audioMuted: true })];
    const tracks = new Map([[trackKey('ann', 'camera'), track('x')]]);

    expect(tilesOf(model({ others, tracks }))[0]).toMatchObject({
      video: null,
      muted: true,
      description: 'Name ann, microphone muted',
    });
  });

  it('name the host, a raised hand and a weak network in words', () => {
    const others = [participant('ann', { role: 'moderator', handRaised: true }), participant('bob')];
    const quality = new Map([['ann', 'poor'] as const, ['bob', 'good'] as const]);

    expect(tilesOf(model({ others, quality })).map((one) => one.description)).toEqual([
      'Name ann (Host), hand raised, Poor connection',
      'Name bob',
      'Name me (You)',
    ]);
  });

  it('ring the speaker unless muted', () => {
    const others = [participant('ann'), participant('bob', { audioMuted: true })];
    expect(tilesOf(model({ others, speaker: 'ann' })).map((one) => one.speaking)).toEqual([true, false, false]);
    expect(tilesOf(model({ others, speaker: 'bob' })).map((one) => one.speaking)).toEqual([false, false, false]);
  });
});

describe('initials', () => {
  it.each([
    ['Ada Lovelace', 'AL'],
    ['  linus ', 'L'],
    ['Jean-Luc Marie Picard', 'JP'],
    ['👩‍👧 Ümit', '👩‍👧Ü'],
    ['', ''],
  ])('of %j are %j', (name, initials) => expect(initialsOf(name)).toBe(initials));
});

describe('the phase of a call', () => {
  const others = [participant('ann')];
  const nobody: Partial<CallModel> = { self: undefined };
  it.each<[string, Partial<CallModel>]>([
    ['joining', nobody],
    ['alone', {}],
    ['running', { others }],
    ['connecting', { others, media: 'connecting' }],
    ['waiting-for-bridge', { others, media: 'waiting' }],
    ['reconnecting', { others, media: 'interrupted' }],
    ['reconnecting', { others, media: 'connecting', stream: 'lost' }],
    ['running', { others, stream: 'lost' }],
  ])('is %s', (phase, change) => expect(phaseOf(model(change))).toBe(phase));
});
