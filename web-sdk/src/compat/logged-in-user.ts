import { page } from './page';

/** The user whose auth token the page keeps. */
export class LoggedInUser {
  readonly #authToken: string;

  constructor(authToken: string) {
    this.#authToken = authToken;
  }

  getAuthToken(): string {
    return this.#authToken;
  }
}

/** Who is logged in. */
export const loggedIn = {
  /** The user of `login` or `loginWithAuthToken`; null without one. The server is not asked. */
  getLoggedinUser(): Promise<LoggedInUser | null> {
    return Promise.resolve(page.authToken === undefined ? null : new LoggedInUser(page.authToken));
  },
} as const;
