import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Backoff } from '../src/core/backoff';
import { EventStream } from '../src/events/event-stream';

interface Case {
  name: string;
  stream: string;
  /** Type, data, last event id. */
  events: [string, string, string][];
}

/** The same that system-tests feed to a parser made from the standard's grammar, and to Chromium's own EventSource. */
const CASES = JSON.parse(readFileSync(new URL('support/event-stream-cases.json', import.meta.url), 'utf8')) as Case[];

afterEach(() => vi.unstubAllGlobals());

/** What the application hears of a stream that comes in these pieces and then breaks. */
async function heard(pieces: Uint8Array[]): Promise<[string, string][]> {
  const seen: [string, string][] = [];
  vi.stubGlobal('fetch', () =>
    Promise.resolve(
      new Response(
        new ReadableStream<Uint8Array>({
          start: (controller) => {
            for (const piece of pieces) controller.enqueue(piece);
            controller.close();
          },
        }),
      ),
    ),
  );
  const stream = new EventStream({
    url: () => 'https://calls.example/events',
    headers: {},
    backoff: new Backoff({ firstMs: 1, maxMs: 1 }),
    silenceMs: 1000,
    onEvent: (type, data) => seen.push([type, data]),
    onOpen: vi.fn(),
    onLost: () => stream.close(),
    onEnd: (error) => expect(error).toBeUndefined(),
  });
  await stream.run();
  return seen;
}

describe('an event stream, as the standard has it', () => {
  it.each(CASES)('$name, wherever it is split', async ({ stream, events }) => {
    const bytes = new TextEncoder().encode(stream);
    // `end` is the server's own word, and is not passed on.
    const expected = events.filter(([type]) => type !== 'end').map(([type, data]) => [type, data]);

    for (let split = 0; split <= bytes.length; split++) {
      expect(await heard([bytes.slice(0, split), bytes.slice(split)]), `split at ${split}`).toEqual(expected);
    }
    expect(await heard([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(expected);
  });
});
