import { type Invitation, linkTo } from './invitation';
import { copyOnClick, find, showPage } from './page';

/** The page with the call. */
export class Room {
  /** Where the SDK shows the call. */
  readonly element = find('call', HTMLElement);
  readonly #problem = find('problem', HTMLElement);
  #invitation: Invitation | undefined;
  #hideProblem: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    copyOnClick(find('copy', HTMLButtonElement), () => (this.#invitation ? linkTo(this.#invitation) : ''));
  }

  /** Whether the SDK has taken its view away: the call is over. */
  get isEmpty(): boolean {
    return this.element.childElementCount === 0;
  }

  show(invitation: Invitation): void {
    this.#invitation = invitation;
    this.tell('');
    find('title', HTMLElement).textContent = invitation.session;
    showPage('room');
  }

  /** Shows trouble below the call for a while. */
  tell(message: string): void {
    this.#problem.textContent = message;
    this.#problem.hidden = message === '';
    clearTimeout(this.#hideProblem);
    this.#hideProblem = setTimeout(() => (this.#problem.hidden = true), 8_000);
  }
}
