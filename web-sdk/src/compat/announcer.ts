import type { Participant } from '../api/wire';
import { type CallModel, phaseOf } from '../core/call-model';
import type { FlagChange, SessionChange } from '../session/changes';
import { announceDevices } from './device-news';
import type { CallCallbacks } from './listener';
import type { Listeners } from './listeners';
import { callParticipant, type CallParticipant } from './users';

/** How the newer names call what changed about another. */
const OF_OTHERS = {
  muted: 'onParticipantAudioMuted',
  unmuted: 'onParticipantAudioUnmuted',
  'video-paused': 'onParticipantVideoPaused',
  'video-resumed': 'onParticipantVideoResumed',
  'screen-started': 'onParticipantStartedScreenShare',
  'screen-stopped': 'onParticipantStoppedScreenShare',
  'hand-raised': 'onParticipantHandRaised',
  'hand-lowered': 'onParticipantHandLowered',
} as const satisfies Record<FlagChange, keyof CallCallbacks>;

/** Puts what happens in a call into the words that the application listens for. Single-use. */
export class Announcer {
  readonly #listeners: Listeners;
  #model: CallModel;
  /** A call of two ends when the other one leaves; a larger one does not. */
  #mostOthers = 0;
  #joined = false;

  constructor(listeners: Listeners, first: CallModel) {
    this.#listeners = listeners;
    this.#model = first;
  }

  model(after: CallModel): void {
    const before = this.#model;
    this.#model = after;
    announceDevices(this.#listeners, before.devices, after.devices);
    this.#ownMedia(before, after);
    this.#connection(before, after);
    const speaker = after.speaker === before.speaker ? null : this.#userOf(after.speaker ?? null);
    if (speaker !== null) this.#listeners.tell('onDominantSpeakerChanged', speaker);
  }

  /** The server let this page in. */
  joined(): void {
    this.#joined = true;
    this.#countOthers();
    this.#listeners.tell('onSessionJoined');
    this.#tellUsers();
  }

  /** This page is out, for whatever reason; nothing is told twice or of a call that was never joined. */
  left(): void {
    if (!this.#joined) return;
    this.#joined = false;
    this.#listeners.tell('onSessionLeft');
    this.#listeners.tell('onConnectionClosed');
  }

  change(change: SessionChange, updatedBy: string | null): void {
    const user = this.#user(change.participant);
    if (change.type === 'joined') this.#joinedBy(user);
    else if (change.type === 'left') this.#leftBy(user);
    else this.#flag(change.type, user, updatedBy);
  }

  #joinedBy(user: CallParticipant): void {
    this.#countOthers();
    this.#listeners.tell('onUserJoined', user);
    this.#listeners.tell('onParticipantJoined', user);
    this.#tellUsers();
  }

  #leftBy(user: CallParticipant): void {
    this.#listeners.tell('onUserLeft', user);
    this.#listeners.tell('onParticipantLeft', user);
    this.#tellUsers();
    if (this.#mostOthers === 1) this.#listeners.tell('onCallEnded');
  }

  #flag(what: FlagChange, user: CallParticipant, updatedBy: string | null): void {
    if (what === 'muted') this.#listeners.tell('onUserMuted', { muted: user, mutedBy: this.#userOf(updatedBy) });
    if (what === 'unmuted') this.#listeners.tell('onUserUnMuted', user);
    const isHand = what === 'hand-raised' || what === 'hand-lowered';
    if (isHand || !user.isLocalUser) this.#listeners.tell(OF_OTHERS[what], user);
  }

  #ownMedia(before: CallModel, after: CallModel): void {
    const { audioMuted, videoPaused } = after.own;
    if (before.own.audioMuted !== audioMuted) this.#listeners.tell(audioMuted ? 'onAudioMuted' : 'onAudioUnMuted');
    if (before.own.videoPaused !== videoPaused) this.#listeners.tell(videoPaused ? 'onVideoPaused' : 'onVideoResumed');
  }

  #connection(before: CallModel, after: CallModel): void {
    const isLost = phaseOf(after) === 'reconnecting';
    if (isLost === (phaseOf(before) === 'reconnecting')) return;
    this.#listeners.tell(isLost ? 'onConnectionLost' : 'onConnectionRestored');
  }

  switchedToVideo(sessionId: string, initiator: string | null, responder: string | null): void {
    const event = { sessionId, initiator: this.#userOf(initiator), responder: this.#userOf(responder) };
    this.#listeners.tell('onCallSwitchedToVideo', event);
  }

  #countOthers(): void {
    this.#mostOthers = Math.max(this.#mostOthers, this.#model.others.length);
  }

  #tellUsers(): void {
    const users = this.#everybody().map((one) => this.#user(one));
    this.#listeners.tell('onUserListUpdated', users);
    this.#listeners.tell('onParticipantListChanged', users);
  }

  #everybody(): Participant[] {
    const { self, others } = this.#model;
    return self === undefined ? [...others] : [self, ...others];
  }

  #userOf(participantId: string | null): CallParticipant | null {
    const found = this.#everybody().find((one) => one.participantId === participantId);
    return found === undefined ? null : this.#user(found);
  }

  #user(participant: Participant): CallParticipant {
    return callParticipant(participant, this.#model.self?.participantId);
  }
}
