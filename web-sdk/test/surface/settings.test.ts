// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CallException, DirectCalls, type SessionSettings } from '../../src/index';
import { CALL_SETTING_ROWS, type SettingRow } from './call-setting-rows';
import { MAIN_VIDEO_ROWS, PLACES } from './main-video-rows';
import { PLAIN_ROWS } from './plain-setting-rows';
import { type Builder, methodsOf, prove, proveComplete, Stage, TOKEN } from './stage';

const FLAGS = [undefined, null, 'yes', 1];
const PRESENTER_ROWS = {
  setIsPresenter: {
    does: 'opens devices for who is one',
    proof: async (stage) => {
      const settings = new DirectCalls.PresenterSettingsBuilder().setIsPresenter(true).build();
      await DirectCalls.joinPresentation(TOKEN, settings, stage.element);
      await stage.devicesAreKnown();
      expect(stage.used).toEqual(['mic-1', 'cam-1']);
    },
    wrong: FLAGS,
  },
  build: {
    does: 'builds presenter settings, in which one looks on',
    proof: () => {
      const { values } = new DirectCalls.PresenterSettingsBuilder().startWithAudioMuted(true).build();
      expect(values).toMatchObject({ presents: false, startAudioMuted: true });
    },
    wrong: [],
  },
} satisfies Record<string, SettingRow>;

const { CallSettingsBuilder, MainVideoContainerSetting, PresenterSettingsBuilder } = DirectCalls;
const proofs = (rows: Record<string, SettingRow>) =>
  Object.fromEntries(Object.entries(rows).map(([name, { does, proof }]) => [name, [does, proof] as const])) as never;

prove('CallSettingsBuilder', proofs(CALL_SETTING_ROWS));
proveComplete('CallSettingsBuilder', methodsOf(CallSettingsBuilder), CALL_SETTING_ROWS);
prove('PresenterSettingsBuilder', proofs(PRESENTER_ROWS));
proveComplete('PresenterSettingsBuilder', methodsOf(PresenterSettingsBuilder), PRESENTER_ROWS);
prove('MainVideoContainerSetting', proofs(MAIN_VIDEO_ROWS));
proveComplete('MainVideoContainerSetting', methodsOf(MainVideoContainerSetting), MAIN_VIDEO_ROWS);
prove('plain settings', proofs(PLAIN_ROWS));

const wrongOf = (rows: Record<string, SettingRow>) =>
  Object.entries(rows).flatMap(([name, { wrong }]) => wrong.map((value) => [name, value] as const));
const set = (builder: object, name: string, value: unknown) =>
  (builder as Record<string, (value: unknown) => unknown>)[name]?.(value);

describe('wrong settings', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.open();
  });
  afterEach(() => {
    // Then: nobody has asked for anything.
    expect([stage.server.requests, stage.machine.asked, stage.element.childElementCount]).toEqual([[], [], 0]);
    stage.close();
  });

  const start = (builder: Builder) => DirectCalls.startSession(TOKEN, builder.build(), stage.element);

  it.each(wrongOf(CALL_SETTING_ROWS))('%s(%j) is INVALID_CALL_SETTINGS', async (name, value) => {
    const builder = new CallSettingsBuilder().setCallListener({ onError: () => expect.unreachable() });
    set(builder, name, value);
    const thrown = await start(builder).catch((error: unknown) => error as CallException);
    expect(thrown).toMatchObject({ code: 'INVALID_CALL_SETTINGS', name: 'INVALID_CALL_SETTINGS' });
    expect(thrown?.message).toContain(name === 'setCallEventListener' ? 'setCallListener' : name);
    const result = await DirectCalls.joinSession(TOKEN, builder.build(), stage.element);
    expect(result.error).toMatchObject({ code: 'INVALID_CALL_SETTINGS' });
  });

  it.each(wrongOf({ ...CALL_SETTING_ROWS, ...PRESENTER_ROWS }))(
    '%s(%j) is INVALID_PRESENTER_SETTINGS',
    async (name, value) => {
      const builder = new PresenterSettingsBuilder();
      set(builder, name, value);
      const joining = DirectCalls.joinPresentation(TOKEN, builder.build(), stage.element);
      await expect(joining).rejects.toMatchObject({ code: 'INVALID_PRESENTER_SETTINGS' });
    },
  );

  it.each(PLACES.flatMap(({ place, wrong }) => wrong.map((values) => [place, values] as const)))(
    '%s(%j) of the main video is INVALID_CALL_SETTINGS',
    async (place, values) => {
      const setting = new MainVideoContainerSetting();
      (setting[place] as (...values: unknown[]) => void)(...values);
      const builder = new CallSettingsBuilder().setMainVideoContainerSetting(setting);
      await expect(start(builder)).rejects.toMatchObject({ code: 'INVALID_CALL_SETTINGS' });
    },
  );

  it.each(wrongOf(PLAIN_ROWS))('{ %s: %j } is INVALID_CALL_SETTINGS', async (name, value) => {
    const settings = { [name]: value } as SessionSettings;
    const { error } = await DirectCalls.joinSession(TOKEN, settings, stage.element);
    expect(error).toMatchObject({ code: 'INVALID_CALL_SETTINGS' });
    expect(error?.message).toContain(name);
  });
});
