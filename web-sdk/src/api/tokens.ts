import { send } from './http';

/** Gets a call token for a session with a user's auth token. */
export async function requestCallToken(base: string, sessionId: string, authToken: string): Promise<{ token: string }> {
  const data = await send<{ token: string }>(base, {
    method: 'POST',
    path: '/call_tokens',
    headers: { authToken },
    body: { sessionId },
  });
  return { token: data.token };
}
