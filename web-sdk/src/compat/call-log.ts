import type { LoggedCallWire, LoggedParticipantWire, RelatedWire } from '../api/calls-api';

/** A user that a call is about. */
export class CallUser {
  readonly #entity: RelatedWire['entity'];

  constructor(entity: RelatedWire['entity']) {
    this.#entity = entity;
  }

  getUid(): string {
    return this.#entity.uid ?? '';
  }

  getName(): string {
    return this.#entity.name ?? '';
  }

  /** A URL, or nothing. */
  getAvatar(): string | undefined {
    return this.#entity.avatar;
  }
}

/** A group that a call is about. Of a session that people joined without ringing it is the session itself. */
export class CallGroup {
  readonly #entity: RelatedWire['entity'];

  constructor(entity: RelatedWire['entity']) {
    this.#entity = entity;
  }

  getGuid(): string {
    return this.#entity.guid ?? '';
  }

  getName(): string {
    return this.#entity.name ?? '';
  }
}

/** One join of somebody, or somebody who was called and did not join. */
export class Participant {
  readonly #wire: LoggedParticipantWire;

  constructor(wire: LoggedParticipantWire) {
    this.#wire = wire;
  }

  getUid(): string {
    return this.#wire.uid;
  }

  getName(): string {
    return this.#wire.name;
  }

  getAvatar(): string | undefined {
    return this.#wire.avatar;
  }

  getTotalAudioMinutes(): number {
    return this.#wire.totalAudioMinutes;
  }

  getTotalVideoMinutes(): number {
    return this.#wire.totalVideoMinutes;
  }

  getTotalDurationInMinutes(): number {
    return this.#wire.totalDurationInMinutes;
  }

  getDeviceID(): string {
    return this.#wire.deviceID;
  }

  getHasJoined(): boolean {
    return this.#wire.hasJoined;
  }

  /** In seconds since 1970; undefined for who did not join. */
  getJoinedAt(): number | undefined {
    return this.#wire.joinedAt;
  }

  /** In seconds since 1970; undefined for who is still there or did not join. */
  getLeftAt(): number | undefined {
    return this.#wire.leftAt;
  }

  getMid(): string {
    return this.#wire.mid;
  }

  /** `ongoing` while in the call, `ended` after it, else what came of calling the user. */
  getState(): string {
    return this.#wire.state;
  }
}

/** A call of the history, as it was when it was asked for. */
export class CallLog {
  readonly #wire: LoggedCallWire;

  constructor(wire: LoggedCallWire) {
    this.#wire = wire;
  }

  getSessionID(): string {
    return this.#wire.sessionId;
  }

  /** Of all participants together. */
  getTotalAudioMinutes(): number {
    return this.#wire.totalAudioMinutes;
  }

  /** Of all participants together. */
  getTotalVideoMinutes(): number {
    return this.#wire.totalVideoMinutes;
  }

  /** As `hh:mm:ss`. */
  getTotalDuration(): string {
    return this.#wire.totalDuration;
  }

  getTotalDurationInMinutes(): number {
    return this.#wire.totalDurationInMinutes;
  }

  getHasRecording(): boolean {
    return this.#wire.hasRecording;
  }

  /** In seconds since 1970. */
  getInitiatedAt(): number {
    return this.#wire.initiatedAt;
  }

  /** In seconds since 1970; undefined while the call goes on. */
  getEndedAt(): number | undefined {
    return this.#wire.endedAt;
  }

  /** `call` for one that rang, `meet` for a session that people joined. */
  getCallCategory(): string {
    return this.#wire.callCategory;
  }

  getInitiator(): CallUser {
    return new CallUser(this.#wire.data.entities.initiator.entity);
  }

  getReceiver(): CallUser | CallGroup {
    const { entity, entityType } = this.#wire.data.entities.receiver;
    return entityType === 'user' ? new CallUser(entity) : new CallGroup(entity);
  }

  getReceiverType(): string {
    return this.#wire.receiverType;
  }

  getStatus(): string {
    return this.#wire.status;
  }

  /** `audio` or `video`. */
  getType(): string {
    return this.#wire.type;
  }

  /** The id of this call: a session id occurs again when the session starts again. */
  getMid(): string {
    return this.#wire.mid;
  }

  /** How many users joined. */
  getTotalParticipants(): number {
    return this.#wire.totalParticipants;
  }

  getParticipants(): Participant[] {
    return this.#wire.participants.map((one) => new Participant(one));
  }

  /** None: nothing is recorded. */
  getRecordings(): never[] {
    return [];
  }
}
