import { invalidArgument } from '../core/errors';
import type { Role } from './wire';

/** What the SDK reads in a call token. Its signature is checked by the server only. */
export interface CallTokenClaims {
  sessionId: string;
  role: Role;
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
  const role = claims?.role;
  return { sessionId, role: role === 'moderator' || role === 'viewer' ? role : 'participant' };
}

interface RawClaims {
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
