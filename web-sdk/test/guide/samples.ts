import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The code samples of the guide by their headings. */
export const SAMPLES: ReadonlyMap<string, string> = read();

/** Samples name what the text around them explains. */
export const EXPLAINED = `
  declare const callToken: string;
  declare const deviceId: string;
  declare function useEffect(effect: () => () => void, dependencies: unknown[]): void;
`;

/** The one line that differs from the guide. */
export const IMPORT = `import { DirectCalls as CometChatCalls, DirectCall as CometChat } from '@direct-call/web-sdk';`;

function read(): Map<string, string> {
  const text = readFileSync(join(import.meta.dirname, 'samples.md'), 'utf8');
  const found = text.matchAll(/^## (.+)\n\n```ts\n([^]*?)\n```$/gm);
  return new Map([...found].map(([, heading = '', code = '']) => [heading, code]));
}
