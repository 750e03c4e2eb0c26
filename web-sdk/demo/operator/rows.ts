import { duration } from '../summary-words';
import type { Bridge, RunningCall } from './api';

export type Tone = 'good' | 'fair' | 'bad';

const TONES: Readonly<Record<string, Tone>> = { available: 'good', quarantined: 'bad', unreachable: 'bad' };
/** It answers, so that it can be told. */
const DRAINABLE = ['available', 'unhealthy', 'quarantined'];

export function toneOf({ state }: Bridge): Tone {
  return TONES[state] ?? 'fair';
}

/** The state, for how long, and why. @param now in ms since 1970 */
export function stateOf({ state, since, reason }: Bridge, now: number): string {
  const seconds = Math.max(0, (now - Date.parse(since)) / 1_000);
  const why = reason == null || reason === '' ? '' : `: ${reason}`;
  return `${state} for ${duration(seconds)}${why}`;
}

/** Which of the two a bridge can be told now. */
export function drainingOf({ state }: Bridge): 'drain' | 'undrain' | undefined {
  if (state === 'draining') return 'undrain';
  return DRAINABLE.includes(state) ? 'drain' : undefined;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** Who is in the call now; who joined twice is named once. */
export function peopleOf({ participants }: RunningCall): string {
  const there = participants.filter((one) => one.hasJoined && one.leftAt === undefined);
  const names = new Map(there.map(({ uid, name }) => [uid, name === '' ? uid : name]));
  return names.size === 0 ? 'nobody' : [...names.values()].join(', ');
}

/** How long it has been going on. @param now in ms since 1970 */
export function ageOf({ initiatedAt }: RunningCall, now: number): string {
  return duration(Math.max(0, now / 1_000 - initiatedAt));
}
