import { request } from './request';

/**
 * What an application's own server does: it knows its users and asks the installation for their auth tokens, with an API key that
 * no page ever sees. The demo has no server, so the development suite hands it a key in /demo-config.json. Never do this outside
 * of development: whoever has the key can act for every user.
 */
export async function authTokenFor(name: string): Promise<string> {
  const uid = uidOf(name);
  const headers = { apikey: await developmentKey(), 'content-type': 'application/json' };
  await request('/v3/users', { method: 'POST', headers, body: JSON.stringify({ uid, name }) }, [409]);
  const tokens = `/v3/users/${encodeURIComponent(uid)}/auth_tokens`;
  const answer = await request<{ data: { authToken: string } }>(tokens, { method: 'POST', headers, body: '{}' });
  return answer.data.authToken;
}

export async function developmentKey(): Promise<string> {
  return (await request<{ apiKey: string }>('/demo-config.json')).apiKey;
}

/** Who has this name in this tab. The same for a tab as long as it lives, so that two people of the same name are two users. */
export function uidOf(name: string): string {
  const suffix = sessionStorage.getItem('uid-suffix') ?? Math.random().toString(36).slice(2, 8);
  sessionStorage.setItem('uid-suffix', suffix);
  const word = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `${word.replace(/^-+|-+$/g, '') || 'guest'}-${suffix}`;
}
