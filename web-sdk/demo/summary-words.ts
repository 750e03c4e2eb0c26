import type { CallLog } from '@direct-call/web-sdk';

/** Somebody's time in a call, all joins together. */
export interface Attendance {
  uid: string;
  name: string;
  seconds: number;
  isThere: boolean;
}

/** Who was in the call, the longest first. @param now in seconds since 1970 */
export function attendance(call: CallLog, now: number): Attendance[] {
  const byUser = new Map<string, Attendance>();
  for (const one of call.getParticipants()) {
    const joinedAt = one.getJoinedAt();
    if (joinedAt === undefined) continue;
    const leftAt = one.getLeftAt() ?? call.getEndedAt();
    const before = byUser.get(one.getUid());
    byUser.set(one.getUid(), {
      uid: one.getUid(),
      name: one.getName(),
      seconds: (before?.seconds ?? 0) + Math.max(0, (leftAt ?? now) - joinedAt),
      isThere: (before?.isThere ?? false) || leftAt === undefined,
    });
  }
  return [...byUser.values()].sort((one, other) => other.seconds - one.seconds);
}

/** How long the call was. */
export function lengthOf(call: CallLog, now: number): string {
  const joins = call.getParticipants().flatMap((one) => one.getJoinedAt() ?? []);
  const endedAt = call.getEndedAt();
  const seconds = Math.max(0, (endedAt ?? now) - Math.min(...joins, call.getEndedAt() ?? now));
  return endedAt === undefined
    ? `The call goes on; it has taken ${duration(seconds)} so far.`
    : `The call took ${duration(seconds)}.`;
}

/** The two largest units: `1 h 5 min`, `3 min 20 s`, `45 s`. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const parts = [
    [Math.floor(whole / 3600), 'h'],
    [Math.floor(whole / 60) % 60, 'min'],
    [whole % 60, 's'],
  ] as const;
  const first = parts.findIndex(([count]) => count > 0);
  if (first < 0) return '0 s';
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}
