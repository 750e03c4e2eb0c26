/** What a page knows of its call when it is reloaded. */
export interface RememberedCall {
  sessionId: string;
  uid: string;
  participantId: string;
  audioOnly: boolean;
  audioMuted: boolean;
  videoPaused: boolean;
}

/**
 * How long the server keeps a participant whose page went away, in seconds. Somebody who closes the tab is seen that much longer by
 * the others.
 */
export const GRACE_S = 5;

const KEY = 'direct-call.left';

interface Stored extends RememberedCall {
  /** By this page's clock, in ms. */
  until: number;
}

/** To be called when the page goes away and not before: a tab that is duplicated gets a copy of the memory. */
export function remember(call: RememberedCall): void {
  const stored: Stored = { ...call, until: Date.now() + GRACE_S * 1_000 };
  withStorage((storage) => storage.setItem(KEY, JSON.stringify(stored)));
}

/** The call of this user in this session that the tab left a moment ago. It is given once. */
export function recall(sessionId: string, uid: string): RememberedCall | undefined {
  const text = withStorage((storage) => storage.getItem(KEY));
  forget();
  if (text == null) return undefined;
  const { until, ...call } = parse(text);
  const isRight = call.sessionId === sessionId && call.uid === uid && (until ?? 0) >= Date.now();
  return isRight ? (call as RememberedCall) : undefined;
}

/** The participant has really left. */
export function forget(): void {
  withStorage((storage) => storage.removeItem(KEY));
}

/** A browser may block storage: a reload is then a new join. */
function withStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(window.sessionStorage);
  } catch {
    return undefined;
  }
}

function parse(text: string): Partial<Stored> {
  try {
    return JSON.parse(text) as Partial<Stored>;
  } catch {
    return {};
  }
}
