import { readFile } from 'node:fs/promises';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXPLAINED, IMPORT, SAMPLES } from './guide/samples';
import { FreshProject } from './support/packed';

/** On a slow machine that does something else, too. */
const PATIENCE = 120_000;
const MEMBERS = 'Object.keys(DirectCalls).length > 40';

describe('the package', { timeout: PATIENCE }, () => {
  const project = new FreshProject();
  const samples = [...SAMPLES.values()].map((code, index) => [`sample-${index}`, `${IMPORT}\n\n${code}\n`] as const);

  beforeAll(async () => {
    await project.install();
    await project.write('src/explained.d.ts', EXPLAINED.replaceAll('declare const', 'declare var'));
  }, PATIENCE);
  afterAll(() => project.remove());

  it('has typings with which each sample of the guide compiles, and what is wrong does not', async () => {
    const wrong = `${IMPORT}\nCometChatCalls.muteAudio('yes');\nCometChat.CALL_MODE.ROUND;\n`;
    for (const [name, code] of samples) await project.write(`src/${name}.ts`, code);
    await project.write('src/wrong.ts', wrong);
    expect(await project.check()).toEqual(['src/wrong.ts(2', 'src/wrong.ts(3']);
  });

  it('is bundled with each sample of the guide', async () => {
    const bundles = await project.bundle(...samples.map(([name]) => name));
    expect(bundles.size).toBe(SAMPLES.size);
  });

  it('adds next to nothing to who takes a type or the error only', async () => {
    await project.write(
      'src/type.ts',
      `import type { CallLog } from '@direct-call/web-sdk';\nlet log: CallLog | null = null;\nconsole.log(log);\n`,
    );
    await project.write(
      'src/error.ts',
      `import { CallException } from '@direct-call/web-sdk';\nconsole.log(CallException);\n`,
    );
    const type = (await project.bundle('type')).get('type') ?? '';
    const error = (await project.bundle('error')).get('error') ?? '';
    expect(type.length).toBeLessThan(200);
    expect(error.length).toBeLessThan(5_000);
    expect(error).toContain('errorCode');
  });

  it('does nothing but to be there when it is imported', async () => {
    await project.write('src/all.ts', `import { DirectCalls } from '@direct-call/web-sdk';\nreport(${MEMBERS});\n`);
    const code = (await project.bundle('all')).get('all') ?? '';
    const reported: unknown[] = [];
    // Neither a document nor a window: whatever it touched would throw.
    const page: Record<string, unknown> = { report: (value: unknown) => reported.push(value) };
    runInNewContext(`(() => {${code}})()`, page);
    expect([Object.keys(page), reported]).toEqual([['report'], [true]]);
  });

  it('is a global for a script tag', async () => {
    const page: { DirectCallSdk?: { DirectCalls: object } } = {};
    runInNewContext(await readFile(project.installed('dist/direct-call.umd.cjs'), 'utf8'), page);
    expect(Object.keys(page)).toEqual(['DirectCallSdk']);
    expect(page.DirectCallSdk?.DirectCalls).toHaveProperty('startSession');
  });

  it('can be required', async () => {
    const script = `const { DirectCalls } = require('@direct-call/web-sdk'); console.log(${MEMBERS})`;
    await expect(project.print(script)).resolves.toBe('true');
  });
});
