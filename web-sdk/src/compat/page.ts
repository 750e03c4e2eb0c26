import { apiBase } from '../api/host';
import { invalidArgument } from '../core/errors';
import type { ActiveCall } from './active-call';
import type { CallAppSettings } from './app-settings';
import { NamedListeners } from './listeners';

interface Page {
  appSettings: CallAppSettings | undefined;
  /** Of the user who is logged in. */
  authToken: string | undefined;
  active: ActiveCall | undefined;
  /** Called with each login. */
  onLogin: (() => void) | undefined;
  readonly named: NamedListeners;
}

/** What the page told the SDK, and the one call that runs in it. */
export const page: Page = {
  appSettings: undefined,
  authToken: undefined,
  active: undefined,
  onLogin: undefined,
  named: /* @__PURE__ */ new NamedListeners(),
};

export function base(): string {
  return apiBase(page.appSettings?.getHost(), location.origin);
}

/** Does something with the running call; without one it does nothing. */
export function control(action: (call: ActiveCall) => void): void {
  if (page.active !== undefined) action(page.active);
}

/** Throws INVALID_ARGUMENT_EXCEPTION when `value` is no text. */
export function checkText(value: unknown, message: string): asserts value is string {
  if (typeof value !== 'string' || value.trim() === '') throw invalidArgument(message);
}

/** As {@link checkText}, for what a server gives an application for its user. */
export function checkAuthToken(value: unknown): asserts value is string {
  checkText(value, 'Pass the auth token of the user.');
}

/** As {@link checkText}, for what a caller switches on and off. */
export function checkFlag(value: unknown, message: string): asserts value is boolean {
  if (typeof value !== 'boolean') throw invalidArgument(message);
}

/** What `action` throws at once is a rejection too. */
export async function attempt<T>(action: () => T | Promise<T>): Promise<T> {
  return action();
}
