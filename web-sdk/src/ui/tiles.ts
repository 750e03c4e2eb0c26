import type { ConnectionQuality, Participant } from '../api/wire';
import { type CallModel, trackKey } from '../core/call-model';
import { filled, qualityText, TEXTS } from './texts';

/** What one tile shows. */
export interface TileModel {
  id: string;
  participantId: string;
  kind: 'camera' | 'screen';
  label: string;
  /** For those who cannot see the badges. */
  description: string;
  initials: string;
  avatar: string | undefined;
  /** 0..359: the colour behind the initials, the same for a user in every call. */
  hue: number;
  /** Nothing to show yet or any more: the avatar is shown. */
  video: MediaStreamTrack | null;
  /** The other side sends a picture, which may not be here yet. False for this page's own. */
  sent: boolean;
  mirrored: boolean;
  own: boolean;
  muted: boolean;
  handRaised: boolean;
  /** Undefined as long as nothing is known. */
  quality: ConnectionQuality | undefined;
  speaking: boolean;
  /** Nothing comes from this person for the moment; the last picture may still stand. */
  lost: boolean;
}

/** The tiles of a call: screens first, then the others in the order of joining, then this page's own. */
export function tilesOf(model: CallModel): TileModel[] {
  const cameras = model.others.map((one) => otherTile(model, one));
  const own = model.self === undefined ? [] : [ownTile(model, model.self)];
  return [...screensOf(model), ...cameras, ...own];
}

function screensOf(model: CallModel): TileModel[] {
  const screens = model.others
    .filter((one) => one.screenSharing && !model.audioOnly)
    .map((one) => ({
      ...screenTile(
        one,
        filled(TEXTS.screenOf, { name: one.name }),
        model.tracks.get(trackKey(one.participantId, 'screen')) ?? null,
      ),
      sent: true,
    }));
  const own =
    model.self === undefined || model.own.screen === null
      ? []
      : [{ ...screenTile(model.self, TEXTS.yourScreen, model.own.screen), own: true }];
  const isPinned = ({ participantId }: TileModel) =>
    model.pinned?.kind === 'screen' && model.pinned.participantId === participantId;
  return [...screens, ...own].sort((one, other) => Number(isPinned(other)) - Number(isPinned(one)));
}

function otherTile(model: CallModel, one: Participant): TileModel {
  const sent = !one.videoPaused && !model.audioOnly;
  const video = !sent ? null : (model.tracks.get(trackKey(one.participantId, 'camera')) ?? null);
  const lost = model.lost.has(one.participantId);
  const speaking = model.speaker === one.participantId && !one.audioMuted && !lost;
  const quality = model.quality.get(one.participantId);
  const label = labelOf(one, false);
  return { ...personTile(one, { label, muted: one.audioMuted, speaking, lost, quality }), video, sent };
}

function ownTile(model: CallModel, self: Participant): TileModel {
  const { audioMuted, videoPaused, camera } = model.own;
  const speaking = model.speaker === self.participantId && !audioMuted && model.others.length > 0;
  const video = videoPaused ? null : camera;
  const quality = model.quality.get(self.participantId);
  const state = { label: labelOf(self, true), muted: audioMuted, speaking, lost: false, quality };
  return { ...personTile(self, state), video, own: true, mirrored: true };
}

function labelOf({ name, role }: Participant, own: boolean): string {
  const notes = [...(own ? [TEXTS.you] : []), ...(role === 'moderator' ? [TEXTS.host] : [])];
  return notes.length === 0 ? name : `${name} (${notes.join(', ')})`;
}

type PersonState = Pick<TileModel, 'label' | 'muted' | 'speaking' | 'lost' | 'quality'>;

function personTile(one: Participant, state: PersonState): TileModel {
  return {
    ...state,
    id: `${one.participantId}/camera`,
    participantId: one.participantId,
    kind: 'camera',
    description: describe(state, one.handRaised),
    initials: initialsOf(one.name),
    avatar: one.avatar ?? undefined,
    hue: hueOf(one.uid),
    video: null,
    sent: false,
    mirrored: false,
    own: false,
    handRaised: one.handRaised,
  };
}

function describe({ label, muted, speaking, lost, quality }: PersonState, handRaised: boolean): string {
  const weak = quality !== undefined && quality !== 'good';
  return [
    label,
    muted && TEXTS.isMuted,
    speaking && TEXTS.isSpeaking,
    handRaised && TEXTS.isHandRaised,
    lost && TEXTS.isLost,
    weak && qualityText(quality),
  ]
    .filter((text) => text !== false)
    .join(', ');
}

function screenTile(one: Participant, label: string, video: MediaStreamTrack | null): TileModel {
  const base = personTile(one, { label, muted: false, speaking: false, lost: false, quality: undefined });
  const id = `${one.participantId}/screen`;
  return { ...base, id, kind: 'screen', description: label, handRaised: false, video };
}

/** The first letter of the first and of the last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const chosen = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return chosen
    .map((word) => firstLetter(word ?? ''))
    .join('')
    .toUpperCase();
}

/** A letter as a person sees it: an emoji or a letter with accents may be several characters. */
function firstLetter(word: string): string {
  for (const { segment } of new Intl.Segmenter().segment(word)) return segment;
  return '';
}

/** 0..359: the colour behind the initials of a user. */
export function hueOf(uid: string): number {
  let hash = 0;
  for (const char of uid) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  // Spreads neighbouring hashes over the circle.
  return (hash * 137) % 360;
}
