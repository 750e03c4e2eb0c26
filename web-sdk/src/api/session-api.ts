import { type ApiRequest, send } from './http';
import type { JoinAnswer, OwnFlags, Participant, SessionSnapshot, SimulcastLayer, View } from './wire';

export interface JoinRequest {
  audioMuted: boolean;
  videoPaused: boolean;
  callType: 'audio' | 'video';
  /** Who this page was a moment ago, before it was reloaded: the server goes on with that participant if it still can. */
  participantId?: string;
  /** Seconds that this participant may be alone. */
  idlePeriod: number;
}

/** The REST of one session, with one call token. */
export class SessionApi {
  readonly #base: string;
  readonly #token: string;
  readonly #session: string;

  constructor(base: string, token: string, sessionId: string) {
    this.#base = base;
    this.#token = token;
    this.#session = `/sessions/${encodeURIComponent(sessionId)}`;
  }

  get headers(): Record<string, string> {
    return { callToken: this.#token };
  }

  eventsUrl(participantId: string, cursor: string | undefined): string {
    const query = new URLSearchParams({ participantId });
    if (cursor !== undefined) query.set('cursor', cursor);
    return `${this.#base}${this.#session}/events?${query.toString()}`;
  }

  join(body: JoinRequest): Promise<JoinAnswer> {
    return this.#send({ method: 'POST', path: '/participants', body });
  }

  snapshot(signal: AbortSignal): Promise<SessionSnapshot> {
    return this.#send({ method: 'GET', path: '', signal });
  }

  /** For a new peer connection: the credentials of the join may have expired. */
  iceServers(participantId: string, signal: AbortSignal): Promise<RTCIceServer[]> {
    return this.#send({ method: 'GET', path: `/participants/${participantId}/ice-servers`, signal });
  }

  /** @param key names the request when it may be sent again: it is done once */
  update(participantId: string, flags: Partial<OwnFlags>, signal: AbortSignal, key?: string): Promise<Participant> {
    const path = `/participants/${participantId}`;
    const headers = key === undefined ? {} : { 'Idempotency-Key': key };
    return this.#send({ method: 'PATCH', path, headers, body: flags, signal });
  }

  /** Ends the session for everybody; the server decides who may. */
  endForAll(): Promise<void> {
    return this.#send({ method: 'DELETE', path: '' });
  }

  /** Stays, though alone. */
  keepAlive(): Promise<SessionSnapshot> {
    return this.#send({ method: 'POST', path: '/keep-alive', body: {} });
  }

  answer(participantId: string, revision: number, sdp: string, signal: AbortSignal): Promise<void> {
    const path = `/participants/${participantId}/media/answer`;
    return this.#send({ method: 'POST', path, body: { revision, sdp }, signal });
  }

  restartMedia(participantId: string, signal: AbortSignal): Promise<void> {
    return this.#send({ method: 'POST', path: `/participants/${participantId}/media/restart`, body: {}, signal });
  }

  /** Names the layers of the own camera, smallest picture first. */
  reportLayers(
    participantId: string,
    generation: number,
    layers: readonly SimulcastLayer[],
    signal: AbortSignal,
  ): Promise<void> {
    const path = `/participants/${participantId}/media/layers`;
    return this.#send({ method: 'POST', path, body: { generation, layers }, signal });
  }

  /** Says how large the others' pictures are shown here. */
  show(participantId: string, view: View, signal: AbortSignal): Promise<void> {
    return this.#send({ method: 'POST', path: `/participants/${participantId}/media/view`, body: view, signal });
  }

  /** Asks the others to go on with video, or agrees with whoever asked. */
  switchToVideo(): Promise<SessionSnapshot> {
    return this.#send({ method: 'POST', path: '/switch-to-video', body: {} });
  }

  /** Leaves, also while the page is being closed. @param graceS seconds in which it may come back */
  leave(participantId: string, graceS?: number): Promise<void> {
    const query = graceS === undefined ? '' : `?grace=${graceS}`;
    return this.#send({ method: 'DELETE', path: `/participants/${participantId}${query}`, keepalive: true });
  }

  #send<T>(request: ApiRequest): Promise<T> {
    return send<T>(this.#base, {
      ...request,
      path: this.#session + request.path,
      headers: { ...request.headers, ...this.headers },
    });
  }
}
