import type { RingStatus, RingWire } from '../api/ringing-api';
import type { CallType } from '../api/wire';
import { invalidArgument } from '../core/errors';
import { CallUser } from './call-log';
import { checkText } from './page';

export const CALL_TYPE = { AUDIO: 'audio', VIDEO: 'video' } as const;
export const RECEIVER_TYPE = { USER: 'user', GROUP: 'group' } as const;
export const CALL_STATUS = {
  INITIATED: 'initiated',
  ONGOING: 'ongoing',
  UNANSWERED: 'unanswered',
  REJECTED: 'rejected',
  BUSY: 'busy',
  CANCELLED: 'cancelled',
  ENDED: 'ended',
} as const satisfies Record<string, RingStatus>;

/** A call that rings: one to be placed, or one as the server knows it. */
export class Call {
  readonly #receiverId: string;
  readonly #type: CallType;
  readonly #receiverType: 'user' | 'group';
  #metadata: Record<string, unknown> = {};
  #wire: RingWire | undefined;

  /** @param receiverId uid of a user or guid of a group, as `receiverType` says */
  constructor(receiverId: string, callType: CallType, receiverType: 'user' | 'group') {
    checkText(receiverId, 'Pass the uid or guid of who is called.');
    if (!Object.values(CALL_TYPE).includes(callType)) throw invalidArgument('Pass a type of CALL_TYPE.');
    if (!Object.values(RECEIVER_TYPE).includes(receiverType)) throw invalidArgument('Pass a type of RECEIVER_TYPE.');
    this.#receiverId = receiverId;
    this.#type = callType;
    this.#receiverType = receiverType;
  }

  /** A call as the server knows it. */
  static of(wire: RingWire): Call {
    const call = new Call(wire.receiver, wire.type, wire.receiverType);
    call.#wire = wire;
    call.#metadata = wire.metadata;
    return call;
  }

  /** What goes along to those who are called, up to 4 KB as JSON. */
  setMetadata(metadata: Record<string, unknown>): this {
    if (typeof metadata !== 'object' || (metadata as unknown) === null || Array.isArray(metadata))
      throw invalidArgument('Metadata is an object.');
    this.#metadata = metadata;
    return this;
  }

  getMetadata(): Record<string, unknown> {
    return this.#metadata;
  }

  /** Of the session that whoever accepts joins; empty before the call was placed. */
  getSessionId(): string {
    return this.#wire?.sessionId ?? '';
  }

  getType(): CallType {
    return this.#type;
  }

  getReceiverType(): 'user' | 'group' {
    return this.#receiverType;
  }

  /** uid or guid. */
  getReceiverId(): string {
    return this.#receiverId;
  }

  /** Where it stood when this object was made; undefined before the call was placed. */
  getStatus(): RingStatus | undefined {
    return this.#wire?.status;
  }

  /** Who calls; undefined before the call was placed. */
  getCallInitiator(): CallUser | undefined {
    if (this.#wire === undefined) return undefined;
    const { uid, name, avatar } = this.#wire.initiator;
    return new CallUser({ uid, name, ...(avatar == null ? {} : { avatar }) });
  }

  /** Seconds since 1970; 0 before the call was placed. */
  getInitiatedAt(): number {
    return seconds(this.#wire?.initiatedAt);
  }

  /** When it counts as unanswered, in seconds since 1970; 0 before the call was placed. */
  getRingsUntil(): number {
    return seconds(this.#wire?.ringsUntil);
  }
}

function seconds(time: string | undefined): number {
  return time === undefined ? 0 : Math.round(Date.parse(time) / 1_000);
}
