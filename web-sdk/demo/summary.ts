import type { CallLog } from '@direct-call/web-sdk';
import { uidOf } from './app-server';
import { readHistory } from './history';
import type { Wish } from './home';
import { find, showPage, wordsOf } from './page';
import { attendance, duration, lengthOf } from './summary-words';

interface Actions {
  /** Reads the newest call of a session. */
  read: (session: string) => Promise<CallLog[]>;
  onAgain: (wish: Wish) => void;
  onHome: () => void;
}

/** The page after a call: how long it was and who was there. */
export class Summary {
  readonly #length = find('length', HTMLElement);
  readonly #people = find('people', HTMLElement);
  readonly #failure = find('no-history', HTMLElement);
  readonly #actions: Actions;
  #wish: Wish | undefined;
  #reading = new AbortController();

  constructor(actions: Actions) {
    this.#actions = actions;
    find('again', HTMLButtonElement).addEventListener('click', () => {
      this.#reading.abort();
      if (this.#wish !== undefined) actions.onAgain(this.#wish);
    });
    find('go-home', HTMLButtonElement).addEventListener('click', () => {
      this.#reading.abort();
      actions.onHome();
    });
  }

  /** @param title what happened */
  show(wish: Wish, title: string): void {
    this.#wish = wish;
    find('summary-title', HTMLElement).textContent = title;
    this.#length.textContent = 'Reading the history of the call…';
    this.#failure.textContent = '';
    this.#people.replaceChildren();
    find('who', HTMLElement).hidden = true;
    showPage('summary');
    void this.#read(wish);
  }

  async #read({ name, session }: Wish): Promise<void> {
    this.#reading.abort();
    const { signal } = (this.#reading = new AbortController());
    const uid = uidOf(name);
    const isOver = (call: CallLog) => !attendance(call, 0).some((one) => one.uid === uid && one.isThere);
    try {
      await readHistory({
        read: () => this.#actions.read(session),
        isComplete: ([call]) => call !== undefined && isOver(call),
        show: ([call]) => this.#showCall(call),
        signal,
      });
    } catch (thrown) {
      if (signal.aborted) return;
      if (find('who', HTMLElement).hidden) this.#length.textContent = '';
      this.#failure.textContent = `The history could not be read: ${wordsOf(thrown)}`;
    }
  }

  #showCall(call: CallLog | undefined): void {
    if (call === undefined) {
      this.#length.textContent = 'The history does not know this call.';
      return;
    }
    const now = Date.now() / 1_000;
    this.#length.textContent = lengthOf(call, now);
    find('who', HTMLElement).hidden = false;
    this.#people.replaceChildren(
      ...attendance(call, now).map(({ name, seconds, isThere }) => {
        const row = document.createElement('li');
        const time = document.createElement('span');
        time.textContent = isThere ? `${duration(seconds)}, still there` : duration(seconds);
        row.append(name, ' ', time);
        return row;
      }),
    );
  }
}
