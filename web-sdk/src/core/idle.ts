import type { SessionEvent } from '../api/wire';
import type { CallModel } from './call-model';

/** When the call ends because this page is alone in it, after an event; undefined when it goes on. */
export function idleEndsAt(model: CallModel, event: SessionEvent | undefined): number | undefined {
  if (model.others.length > 0 || event?.type === 'KeptAlive') return undefined;
  if (event?.type !== 'IdleWarning') return model.idleEndsAt;
  // The difference of the server's two times, so that this page's clock may be wrong.
  return Date.now() + Date.parse(event.endsAt) - Date.parse(event.at);
}

/** How much earlier than expected the end may come: the warning was on its way for a moment. */
const EARLY_MS = 2_000;

/** Whether the end of the session is the one that this page was warned of. The stream closes before it could say why. */
export function idledOut(model: CallModel): boolean {
  return model.idleEndsAt !== undefined && Date.now() >= model.idleEndsAt - EARLY_MS;
}
