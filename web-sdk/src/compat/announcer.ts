import type { Participant } from '../api/wire';
import type { CallModel } from '../core/call-model';
import type { SessionChange } from '../session/changes';
import { announceDevices } from './device-news';
import type { Listeners } from './listeners';
import { callParticipant, type CallParticipant } from './users';

/** Puts what happens in a call into the words that the application listens for. Single-use. */
export class Announcer {
  readonly #listeners: Listeners;
  #model: CallModel;
  /** A call of two ends when the other one leaves; a larger one does not. */
  #mostOthers = 0;

  constructor(listeners: Listeners, first: CallModel) {
    this.#listeners = listeners;
    this.#model = first;
  }

  model(after: CallModel): void {
    const before = this.#model;
    this.#model = after;
    announceDevices(this.#listeners, before.devices, after.devices);
  }

  /** The server let this page in. */
  joined(): void {
    this.#countOthers();
    this.#tellUsers();
  }

  change(change: SessionChange, updatedBy: string | null): void {
    const user = this.#user(change.participant);
    switch (change.type) {
      case 'joined':
        this.#countOthers();
        this.#listeners.tell('onUserJoined', user);
        this.#tellUsers();
        return;
      case 'left':
        this.#listeners.tell('onUserLeft', user);
        this.#tellUsers();
        if (this.#mostOthers === 1) this.#listeners.tell('onCallEnded');
        return;
      case 'muted':
        this.#listeners.tell('onUserMuted', { muted: user, mutedBy: this.#userOf(updatedBy) });
        return;
      case 'unmuted':
        this.#listeners.tell('onUserUnMuted', user);
        return;
    }
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
