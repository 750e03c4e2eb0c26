import { find, wordsOf } from '../page';
import { RequestError } from '../request';
import { type Bridge, MOST_CALLS, type OperatorApi, type RunningCall } from './api';
import { Refresh } from './refresh';
import { ageOf, drainingOf, peopleOf, percent, stateOf, toneOf } from './rows';
import { type Action, setText, Table } from './table';

/** The bridges and the calls that run, as they are now. */
export class Board {
  readonly #refresh = new Refresh(() => this.#read());
  readonly #news = find('news', HTMLElement);
  readonly #failure = find('failure', HTMLElement);
  readonly #onRefused: () => void;
  #api: OperatorApi | undefined;

  readonly #bridges = new Table<Bridge>(find('bridges', HTMLElement), {
    caption: 'Bridges',
    empty: 'There is no bridge: calls wait for one.',
    key: ({ id }) => id,
    columns: {
      Bridge: ({ id }) => id,
      State: (bridge) => stateOf(bridge, Date.now()),
      Region: ({ region }) => region ?? 'none',
      Stress: ({ stress }) => percent(stress),
      Endpoints: ({ endpoints }) => String(endpoints),
      Conferences: ({ conferences }) => String(conferences),
    },
    tone: toneOf,
    actions: (bridge) => this.#bridgeActions(bridge),
  });

  readonly #calls = new Table<RunningCall>(find('calls', HTMLElement), {
    caption: 'Running calls',
    empty: 'Nobody is in a call.',
    key: ({ sessionId }) => sessionId,
    columns: {
      Session: ({ sessionId }) => sessionId,
      Type: ({ type }) => type,
      For: (call) => ageOf(call, Date.now()),
      People: peopleOf,
    },
    actions: ({ sessionId }) => this.#callActions(sessionId),
  });

  /** @param onRefused the key is not accepted */
  constructor(onRefused: () => void) {
    this.#onRefused = onRefused;
  }

  show(api: OperatorApi): void {
    this.#api = api;
    setText(this.#news, '');
    setText(this.#failure, '');
    this.#refresh.start();
  }

  hide(): void {
    this.#api = undefined;
    this.#refresh.stop();
  }

  async #read(): Promise<void> {
    const api = this.#api;
    if (api === undefined) return;
    const [bridges, calls] = await Promise.allSettled([api.bridges(), api.runningCalls()]);
    if (api !== this.#api) return;
    if (bridges.status === 'fulfilled') this.#bridges.show(bridges.value);
    if (calls.status === 'fulfilled') this.#showCalls(calls.value);
    const failures = [bridges, calls].flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    if (failures.some((one) => one instanceof RequestError && [401, 403].includes(one.status))) this.#onRefused();
    const words = new Set(failures.map(wordsOf));
    setText(this.#failure, words.size === 0 ? '' : `Not all could be read, and may be old: ${[...words].join(' ')}`);
  }

  #showCalls(calls: RunningCall[]): void {
    this.#calls.show(calls);
    setText(find('more', HTMLElement), calls.length < MOST_CALLS ? '' : `These are the newest ${MOST_CALLS} calls.`);
  }

  #bridgeActions(bridge: Bridge): Action[] {
    const { id } = bridge;
    switch (drainingOf(bridge)) {
      case 'drain':
        return [{ label: 'Drain', run: () => void this.#do((api) => api.drain(id), `${id} is being drained.`) }];
      case 'undrain':
        return [{ label: 'Undrain', run: () => void this.#do((api) => api.undrain(id), `${id} takes calls again.`) }];
      case undefined:
        return [];
    }
  }

  #callActions(session: string): Action[] {
    const end = () => {
      if (!confirm(`End the call ${session} for everybody?`)) return;
      void this.#do((api) => api.end(session), `${session} was ended.`);
    };
    const move = () => void this.#do((api) => api.move(session), `${session} moves to the bridge with most room.`);
    return [
      { label: 'Move', run: move },
      { label: 'End', run: end },
    ];
  }

  async #do(action: (api: OperatorApi) => Promise<unknown>, done: string): Promise<void> {
    if (this.#api === undefined) return;
    try {
      await action(this.#api);
      setText(this.#news, done);
    } catch (thrown) {
      setText(this.#news, `It was not done: ${wordsOf(thrown)}`);
    }
    await this.#refresh.now();
  }
}
