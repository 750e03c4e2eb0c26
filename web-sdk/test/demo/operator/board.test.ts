// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import HTML from '../../../demo/operator.html?raw';
import { find } from '../../../demo/page';

const BRIDGE = {
  id: 'b:1',
  state: 'available',
  since: '2026-01-01T00:00:00Z',
  stress: 0,
  endpoints: 2,
  conferences: 1,
};
const CALL = {
  sessionId: 's1',
  type: 'video',
  initiatedAt: 0,
  participants: [{ uid: 'ada', name: 'Ada', hasJoined: true }],
};

describe('the operator’s page', () => {
  const asked: { method: string; path: string; key: string | null }[] = [];
  let status = 200;

  beforeEach(async () => {
    asked.length = 0;
    status = 200;
    vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => {
      asked.push({ method: init.method ?? 'GET', path, key: new Headers(init.headers).get('apikey') });
      if (path === '/demo-config.json') return Promise.resolve(Response.json({ apiKey: 'dev-key' }));
      if (status !== 200) return Promise.resolve(Response.json({ error: { message: 'No.' } }, { status }));
      return Promise.resolve(Response.json({ data: path.startsWith('/v3/bridges') ? [BRIDGE] : [CALL] }));
    });
    vi.stubGlobal('confirm', () => true);
    document.body.innerHTML = new DOMParser().parseFromString(HTML, 'text/html').body.innerHTML;
    vi.resetModules();
    await import('../../../demo/operator/main');
    await vi.waitFor(() => expect(field().value).toBe('dev-key'));
  });
  afterEach(() => {
    byId('forget').click();
    vi.unstubAllGlobals();
  });

  const byId = (id: string) => find(id, HTMLElement);
  const field = () => find('key', HTMLInputElement);
  const button = (name: string) => document.querySelector<HTMLElement>(`button[aria-label="${name}"]`);

  async function enter(): Promise<void> {
    find('enter-key', HTMLFormElement).requestSubmit();
    await vi.waitFor(() => expect(button('End s1')).not.toBeNull());
  }

  it('shows bridges and calls to who has a key, and keeps it for the tab', async () => {
    await enter();
    expect(byId('enter-key').hidden).toBe(true);
    expect(byId('bridges').textContent).toContain('b:1');
    expect(byId('calls').textContent).toContain('Ada');
    expect(asked.filter((one) => one.path.startsWith('/v3')).every((one) => one.key === 'dev-key')).toBe(true);
    expect(sessionStorage.getItem('operator-key')).toBe('dev-key');
    byId('forget').click();
    expect(sessionStorage.getItem('operator-key')).toBeNull();
    expect(byId('board').hidden).toBe(true);
  });

  it.each([
    ['Drain b:1', 'POST /v3/bridges/b%3A1/drain', 'b:1 is being drained.'],
    ['Move s1', 'POST /v3/sessions/s1/move', 's1 moves to the bridge with most room.'],
    ['End s1', 'DELETE /v3/sessions/s1', 's1 was ended.'],
  ])('%s', async (name, request, news) => {
    await enter();
    button(name)?.click();
    await vi.waitFor(() => expect(byId('news').textContent).toBe(news));
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toContain(request);
  });

  it('says why something was not done, and that what is shown may be old', async () => {
    await enter();
    status = 503;
    button('Move s1')?.click();
    await vi.waitFor(() => expect(byId('news').textContent).toBe('It was not done: No.'));
    await vi.waitFor(() => expect(byId('failure').textContent).toBe('Not all could be read, and may be old: No.'));
    expect(byId('calls').textContent).toContain('Ada');
  });

  it('asks for the key again when the server does not accept it', async () => {
    status = 401;
    find('enter-key', HTMLFormElement).requestSubmit();
    await vi.waitFor(() => expect(byId('refused').textContent).toBe('The server does not accept this key.'));
    expect(byId('board').hidden).toBe(true);
    expect(sessionStorage.getItem('operator-key')).toBeNull();
  });
});
