import { describe, expect, it } from 'vitest';
import { readHistory } from '../../demo/history';

/** Reads answers one after the other, without pauses. Gives what was shown. */
async function shown(answers: (string | Error)[], signal = new AbortController().signal): Promise<string[]> {
  const seen: string[] = [];
  const read = () => {
    const [answer = new Error('read too often')] = answers.splice(0, 1);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const isComplete = (value: string) => value === 'complete';
  await readHistory({ read, isComplete, show: (value) => seen.push(value), signal }, [0, 0]);
  return seen;
}

describe('reading the history after a call', () => {
  it('ends when it is complete', async () => {
    expect(await shown(['complete'])).toEqual(['complete']);
    expect(await shown(['partial', 'complete'])).toEqual(['partial', 'complete']);
  });

  it('ends after some attempts with what is there', async () => {
    expect(await shown(['partial', 'partial', 'partial'])).toEqual(['partial', 'partial', 'partial']);
  });

  it('tries again after a failure', async () => {
    expect(await shown([new Error('away'), 'complete'])).toEqual(['complete']);
  });

  it('says when the last attempt failed', async () => {
    const answers = [new Error('1'), new Error('2'), new Error('3')];
    await expect(shown(answers)).rejects.toThrow('3');
  });

  it('shows nothing to somebody who has gone on', async () => {
    expect(await shown(['complete'], AbortSignal.abort())).toEqual([]);
  });
});
