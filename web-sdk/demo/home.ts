import { type Invitation, newCode, readInvitation } from './invitation';
import { find, showPage } from './page';

/** Who wants to be in which call. */
export interface Wish extends Invitation {
  name: string;
}

/** The first page: a name, then a new call or one that somebody else began. */
export class Home {
  readonly #name = find('name', HTMLInputElement);
  readonly #code = find('code', HTMLInputElement);
  readonly #audio = find('audio', HTMLInputElement);
  readonly #message = find('message', HTMLElement);
  readonly #onWish: (wish: Wish) => void;

  constructor(onWish: (wish: Wish) => void) {
    this.#onWish = onWish;
    this.#name.value = localStorage.getItem('name') ?? '';
    find('enter', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      this.#join();
    });
    find('new', HTMLButtonElement).addEventListener('click', () => {
      if (this.#name.reportValidity()) this.#enter({ session: newCode(), audioOnly: false });
    });
  }

  /** The name as it was typed, undefined when there is none yet: then the person is asked for it. */
  name(): string | undefined {
    if (!this.#name.reportValidity()) return undefined;
    const name = this.#name.value.trim();
    localStorage.setItem('name', name);
    return name;
  }

  get audioOnly(): boolean {
    return this.#audio.checked;
  }

  /** @param message what happened, when something did */
  show(message = ''): void {
    this.#message.textContent = message;
    showPage('home');
  }

  /** Somebody came by a link and has not told a name yet. */
  showInvitation({ session, audioOnly }: Invitation): void {
    this.#code.value = session;
    find('join', HTMLButtonElement).classList.add('main');
    find('new', HTMLButtonElement).classList.remove('main');
    this.#audio.checked = audioOnly;
    this.show();
    this.#name.focus();
  }

  #join(): void {
    const invitation = readInvitation(this.#code.value);
    if (typeof invitation !== 'string') {
      this.#enter(invitation);
      return;
    }
    this.#message.textContent = invitation;
    this.#code.focus();
  }

  #enter({ session, audioOnly }: Invitation): void {
    const name = this.#name.value.trim();
    localStorage.setItem('name', name);
    this.#message.textContent = '';
    this.#onWish({ name, session, audioOnly: audioOnly || this.#audio.checked });
  }
}
