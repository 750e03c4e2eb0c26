import type { SessionEvent } from '../api/wire';
import type { CallModel } from './call-model';

/** When the call ends because this page is alone in it, after an event; undefined when it goes on. */
export function idleEndsAt(model: CallModel, event: SessionEvent | undefined): number | undefined {
  if (model.others.length > 0 || event?.type === 'KeptAlive') return undefined;
  if (event?.type !== 'IdleWarning') return model.idleEndsAt;
  // The difference of the server's two times, so that this page's clock may be wrong.
  return Date.now() + Date.parse(event.endsAt) - Date.parse(event.at);
}
