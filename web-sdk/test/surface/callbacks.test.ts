// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallCallbacks } from '../../src/compat/listener';
import { DirectCalls } from '../../src/index';
import type { CallbackRow } from './callback-row';
import { NEWER_CALLBACKS } from './newer-callbacks';
import { OLDER_CALLBACKS } from './older-callbacks';
import { Stage } from './stage';

describe('the callback', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await Stage.open();
  });
  afterEach(() => {
    DirectCalls.removeCallEventListener('named');
    stage.close();
  });

  const all: Record<keyof CallCallbacks, CallbackRow> = { ...OLDER_CALLBACKS, ...NEWER_CALLBACKS };
  const rows = (Object.keys(all) as (keyof CallCallbacks)[]).map((name) => ({ name, ...all[name] }));

  it.each(rows)('$name is called when $when', async ({ name, joins, does, gets }) => {
    const [byEvent, byName] = [stage.hear(name), vi.fn()];
    DirectCalls.addCallEventListener('named', { [name]: byName });
    if (joins === undefined) await stage.join();
    byEvent.mockClear();

    await does(stage);

    await vi.waitFor(() => expect(byEvent).toHaveBeenLastCalledWith(...(gets?.() ?? [])), { timeout: 3_000 });
    expect(byEvent).toHaveBeenCalledOnce();
    expect(byName).toHaveBeenLastCalledWith(...(gets?.() ?? []));
  });

  it.each(rows.filter(({ joins }) => joins === undefined))(
    '$name of the settings is called, too',
    async ({ name, does, gets }) => {
      const heard = vi.fn();
      await stage.start(undefined, { [name]: heard });
      heard.mockClear();

      await does(stage);

      await vi.waitFor(() => expect(heard).toHaveBeenLastCalledWith(...(gets?.() ?? [])), { timeout: 3_000 });
    },
  );
});
