/**
 * The address of the API, with `/v3` and no slash at the end. Takes what CometChat's `setHost` takes (`call.example.com/v3.0/`)
 * as well as a bare origin; without a host it is the page's own origin.
 */
export function apiBase(host: string | undefined, pageOrigin: string): string {
  let base = (host ?? '').trim();
  if (base === '') base = pageOrigin;
  if (!/^https?:\/\//i.test(base)) base = `https://${base}`;
  base = base.replace(/\/+$/, '');
  return /\/v3(\.0)?$/.test(base) ? base : `${base}/v3`;
}
