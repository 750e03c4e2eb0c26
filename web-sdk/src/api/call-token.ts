import { invalidArgument } from '../core/errors';
import { type Role, TRACK_KINDS, type TrackKind } from './wire';

/** What the SDK reads in a call token. Its signature is checked by the server only. */
export interface CallTokenClaims {
  sessionId: string;
  uid: string;
  role: Role;
  /** What the holder may send. */
  publishes: ReadonlySet<TrackKind>;
}

/** Reads a call token; throws INVALID_ARGUMENT_EXCEPTION when it isn't one. */
export function readCallToken(token: unknown): CallTokenClaims {
  const bad = (details: string) => invalidArgument('Pass a call token that generateToken() returned.', details);
  if (typeof token !== 'string') throw bad('The call token is not a string.');
  const payload = token.split('.')[1];
  if (payload === undefined) throw bad('The call token is not a JWT.');
  const claims = decode(payload);
  const sessionId = claims?.data?.sessionId;
  if (typeof sessionId !== 'string' || sessionId === '') throw bad('The call token names no session.');
  const role = claims?.role === 'moderator' || claims?.role === 'viewer' ? claims.role : 'participant';
  const uid = typeof claims?.sub === 'string' ? claims.sub : '';
  return { sessionId, uid, role, publishes: publishesOf(role, claims?.publish) };
}

/** Without the claim everything that the role allows. */
function publishesOf(role: Role, claim: unknown): ReadonlySet<TrackKind> {
  if (role === 'viewer') return new Set();
  return new Set(Array.isArray(claim) ? TRACK_KINDS.filter((one) => claim.includes(one)) : TRACK_KINDS);
}

interface RawClaims {
  sub?: unknown;
  publish?: unknown;
  role?: unknown;
  data?: { sessionId?: unknown };
}

function decode(payload: string): RawClaims | undefined {
  try {
    const bytes = atob(payload.replace(/-/g, '+').replace(/_/g, '/'));
    const text = new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
    return JSON.parse(text) as RawClaims;
  } catch {
    return undefined;
  }
}
