/**
 * What an application's own server does: it knows its users and asks the installation for their auth tokens, with an API key that
 * no page ever sees. The demo has no server, so the development suite hands it a key in /demo-config.json. Never do this outside
 * of development: whoever has the key can act for every user.
 */
export async function authTokenFor(name: string): Promise<string> {
  const { apiKey } = await request<{ apiKey: string }>('/demo-config.json', {});
  const uid = uidOf(name);
  const headers = { apikey: apiKey, 'content-type': 'application/json' };
  await request('/v3/users', { method: 'POST', headers, body: JSON.stringify({ uid, name }) }, [409]);
  const tokens = `/v3/users/${encodeURIComponent(uid)}/auth_tokens`;
  const answer = await request<{ data: { authToken: string } }>(tokens, { method: 'POST', headers, body: '{}' });
  return answer.data.authToken;
}

/** The same for a tab as long as it lives, so that two people of the same name are two users. */
function uidOf(name: string): string {
  const suffix = sessionStorage.getItem('uid-suffix') ?? Math.random().toString(36).slice(2, 8);
  sessionStorage.setItem('uid-suffix', suffix);
  const word = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `${word.replace(/^-+|-+$/g, '') || 'guest'}-${suffix}`;
}

async function request<T>(path: string, init: RequestInit, accepted: number[] = []): Promise<T> {
  const response = await fetch(path, init);
  const body = (await response.json().catch(() => ({}))) as T & { error?: { message?: string } };
  if (response.ok || accepted.includes(response.status)) return body;
  throw new Error(body.error?.message ?? `${path} answered with status ${response.status}.`);
}
