import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const COMMITTED = '../docs/api/web-sdk';
/** On a slow machine that does something else, too. */
const PATIENCE = 120_000;

let made = '';

beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'api-'));
});
afterAll(() => rm(made, { recursive: true }));

async function pages(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true });
  const texts = names
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map(async (name) => [name, await readFile(join(folder, name), 'utf8')]);
  return Object.fromEntries(await Promise.all(texts)) as Record<string, string>;
}

it('tells what the typings say: else run npm run api', { timeout: PATIENCE }, async () => {
  await promisify(execFile)('node_modules/.bin/typedoc', ['--out', made]);
  expect(await pages(COMMITTED)).toEqual(await pages(made));
});
