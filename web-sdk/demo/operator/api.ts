import { request } from '../request';

/** A bridge as the media gateway sees it. */
export interface Bridge {
  id: string;
  region?: string | null;
  state: string;
  reason?: string | null;
  /** ISO time of the last change of its state. */
  since: string;
  /** 0 idle, 1 overloaded. */
  stress: number;
  endpoints: number;
  conferences: number;
}

/** A call of the history that has not ended. Times are seconds since 1970. */
export interface RunningCall {
  sessionId: string;
  type: string;
  initiatedAt: number;
  participants: { uid: string; name: string; hasJoined: boolean; leftAt?: number }[];
}

/** So many calls are shown at most. */
export const MOST_CALLS = 100;

/** What an operator does, with an API key. */
export class OperatorApi {
  readonly #key: string;

  constructor(key: string) {
    this.#key = key;
  }

  bridges(): Promise<Bridge[]> {
    return this.#ask('GET', '/bridges');
  }

  /** The newest first. */
  runningCalls(): Promise<RunningCall[]> {
    return this.#ask('GET', `/calls?status=ongoing&perPage=${MOST_CALLS}`);
  }

  drain(bridge: string): Promise<unknown> {
    return this.#ask('POST', `/bridges/${encodeURIComponent(bridge)}/drain`);
  }

  undrain(bridge: string): Promise<unknown> {
    return this.#ask('POST', `/bridges/${encodeURIComponent(bridge)}/undrain`);
  }

  /** To the bridge with most room. */
  move(session: string): Promise<unknown> {
    return this.#ask('POST', `/sessions/${encodeURIComponent(session)}/move`);
  }

  end(session: string): Promise<unknown> {
    return this.#ask('DELETE', `/sessions/${encodeURIComponent(session)}`);
  }

  async #ask<T>(method: 'GET' | 'POST' | 'DELETE', path: string): Promise<T> {
    const headers = { apikey: this.#key, 'content-type': 'application/json' };
    const init = method === 'POST' ? { method, headers, body: '{}' } : { method, headers };
    return (await request<{ data: T }>(`/v3${path}`, init)).data;
  }
}
