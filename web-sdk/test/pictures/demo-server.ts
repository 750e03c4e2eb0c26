import type { Page, Request } from 'playwright-core';
import { ended, jwt, participant, snapshot } from '../support/made';
import { loggedCall, loggedJoin } from '../support/logged';

const CODE = 'pbq-xwzt-mka';
const self = participant('me', { name: 'Ada Lovelace' });
const MINUTE = 60;

/** Seconds since 1970, so long ago. */
const ago = (seconds: number) => Math.round(Date.now() / 1_000) - seconds;

function history() {
  const joins = [
    loggedJoin('ada', { name: 'Ada Lovelace', joinedAt: ago(25 * MINUTE), leftAt: ago(0) }),
    loggedJoin('grace', { name: 'Grace Hopper', joinedAt: ago(24 * MINUTE + 20), leftAt: ago(0) }),
    loggedJoin('edsger', { name: 'Edsger Dijkstra', joinedAt: ago(20 * MINUTE), leftAt: ago(11 * MINUTE) }),
  ];
  return loggedCall(joins, { sessionId: CODE, endedAt: ago(0) });
}

function running() {
  const join = (name: string) => loggedJoin(name, { name });
  return [
    loggedCall([join('Barbara Liskov'), join('Radia Perlman')], { sessionId: 'team-daily', initiatedAt: ago(200) }),
    loggedCall([join('Linus Torvalds')], { sessionId: 'support-4711', type: 'audio', initiatedAt: ago(40 * MINUTE) }),
  ];
}

function bridges() {
  const since = new Date(Date.now() - 3 * 3_600_000).toISOString();
  const bridge = (number: number, change: object) => {
    const id = `10.0.0.${number}:8080`;
    return {
      id,
      region: 'eu',
      state: 'available',
      reason: 'answers and is well',
      since,
      stress: 0,
      endpoints: 0,
      conferences: 0,
      ...change,
    };
  };
  return [
    bridge(7, { stress: 0.24, endpoints: 31, conferences: 9 }),
    bridge(8, { state: 'draining', reason: 'told to drain', stress: 0.08, endpoints: 6, conferences: 2 }),
    bridge(9, { state: 'unreachable', reason: 'connection refused', region: null }),
  ];
}

/** The answers of a server with one call, which is over as soon as one has joined. */
function answerOf(request: Request): unknown {
  const { pathname, search } = new URL(request.url());
  if (pathname.endsWith('/auth_tokens')) return { authToken: 'auth' };
  if (pathname.endsWith('/call_tokens')) return { token: jwt({ sub: self.uid, data: { sessionId: CODE } }) };
  if (pathname.endsWith('/participants'))
    return { participant: self, session: { ...snapshot(1, self), sessionId: CODE }, iceServers: [], cursor: 1 };
  if (pathname.endsWith('/bridges')) return bridges();
  if (search.includes('status=ongoing')) return running();
  if (pathname.endsWith(`/calls/${CODE}`)) return [history()];
  return {};
}

/** Answers the requests of the demo page. */
export async function playServer(page: Page): Promise<void> {
  await page.route('**/demo-config.json', (route) => route.fulfill({ json: { apiKey: 'dev-api-key' } }));
  await page.route('**/v3/**', (route) => {
    if (!new URL(route.request().url()).pathname.endsWith('/events'))
      return route.fulfill({ json: { data: answerOf(route.request()) } });
    const event = { ...ended(2), sessionId: CODE };
    const body = `id: 2\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
    return route.fulfill({ contentType: 'text/event-stream', body });
  });
}

/** The port of the test's server is another one each time, and pictures must not change with it. */
async function showPlainLink(page: Page): Promise<void> {
  await page
    .getByLabel('Link for the others')
    .evaluate(
      (field, link) => ((field as HTMLInputElement).value = link),
      `https://calls.example.com/?session=${CODE}`,
    );
}

/** How each look of the demo page is reached, and when it is there. */
export const LOOKS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  home: async (page) => {
    await page.goto('demo/index.html');
    await page.getByLabel('Your name').fill('Ada Lovelace');
    await page.getByLabel('Your name').blur();
  },
  'pre-join': async (page) => {
    await page.goto(`demo/index.html?session=${CODE}&name=Ada+Lovelace`);
    await page.getByLabel('Speaker').waitFor();
    await page.waitForFunction(() => Number(document.querySelector('#level')?.ariaValueNow) > 0.5);
    await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
    await showPlainLink(page);
  },
  'pre-join-blocked': async (page) => {
    await page.goto(`demo/index.html?session=${CODE}&name=Ada+Lovelace&blocked`);
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await showPlainLink(page);
  },
  summary: async (page) => {
    await page.goto(`demo/index.html?session=${CODE}&name=Ada+Lovelace&auto=1`);
    await page.getByText('The call took 25 min.').waitFor();
  },
  operator: async (page) => {
    await page.goto('demo/operator.html');
    await page.waitForFunction(() => document.querySelector('input')?.value === 'dev-api-key');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('rowheader', { name: 'team-daily' }).waitFor();
    await page.getByRole('rowheader', { name: '10.0.0.7:8080' }).waitFor();
  },
};
