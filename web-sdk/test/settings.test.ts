import { describe, expect, it, vi } from 'vitest';
import { CALL_MODE, CallSettingsBuilder, checkCallSettings } from '../src/compat/call-settings';
import { CallAppSettingsBuilder, checkAppSettings } from '../src/compat/app-settings';
import { OngoingCallListener } from '../src/compat/listener';
import { Listeners, NamedListeners } from '../src/compat/listeners';
import { MainVideoContainerSetting } from '../src/compat/main-video';
import { callSettings } from '../src/compat/session-settings';

describe('plain settings', () => {
  it('hide nothing by default', () => {
    expect(callSettings({}).values).toMatchObject({
      modeButton: true,
      deviceButton: true,
      screenShareButton: true,
      mainVideo: { networkLabel: { visible: true } },
    });
  });

  it.each([
    ['hideLeaveSessionButton', { endCallButton: false }],
    ['hideToggleAudioButton', { muteAudioButton: false }],
    ['hideToggleVideoButton', { pauseVideoButton: false }],
    ['hideScreenSharingButton', { screenShareButton: false }],
    ['hideChangeLayoutButton', { modeButton: false }],
    ['hideDeviceButton', { deviceButton: false }],
    ['hideControlPanel', { defaultLayout: false }],
    ['hideNetworkIndicator', { mainVideo: { networkLabel: { visible: false } } }],
  ])('%s', (name, values) => {
    expect(callSettings({ [name]: true }).values).toMatchObject(values);
  });
});

describe('call settings', () => {
  it('have the defaults of the guide', () => {
    expect(new CallSettingsBuilder().build().values).toMatchObject({
      defaultLayout: true,
      audioOnly: false,
      startAudioMuted: false,
      startVideoMuted: false,
      endCallButton: true,
      muteAudioButton: true,
      pauseVideoButton: true,
      screenShareButton: true,
      modeButton: true,
      deviceButton: true,
      switchToVideoButton: true,
      mode: 'DEFAULT',
      idleTimeoutPeriod: 180,
      iceTransportPolicy: 'all',
    });
  });

  it('keep what is set', () => {
    const listener = new OngoingCallListener({});
    const mainVideo = new MainVideoContainerSetting();
    const { values } = new CallSettingsBuilder()
      .enableDefaultLayout(false)
      .setIsAudioOnlyCall(true)
      .startWithAudioMuted(true)
      .startWithVideoMuted(true)
      .showEndCallButton(false)
      .showMuteAudioButton(false)
      .showPauseVideoButton(false)
      .showScreenShareButton(false)
      .showModeButton(false)
      .showDeviceButton(false)
      .showSwitchToVideoCallButton(false)
      .setMode(CALL_MODE.SPOTLIGHT)
      .setIdleTimeoutPeriod(60)
      .setIceTransportPolicy('relay')
      .setMainVideoContainerSetting(mainVideo)
      .setLanguage('de')
      .setLocalizedStringObject({ leave: 'Bye' })
      .setCallEventListener(listener)
      .build();

    expect(values).toEqual({
      defaultLayout: false,
      audioOnly: true,
      startAudioMuted: true,
      startVideoMuted: true,
      endCallButton: false,
      muteAudioButton: false,
      pauseVideoButton: false,
      screenShareButton: false,
      modeButton: false,
      deviceButton: false,
      switchToVideoButton: false,
      presents: true,
      mode: 'SPOTLIGHT',
      idleTimeoutPeriod: 60,
      iceTransportPolicy: 'relay',
      mainVideo,
      language: 'de',
      localizedStrings: { leave: 'Bye' },
      listener,
    });
  });

  it('do not change after they were built', () => {
    const builder = new CallSettingsBuilder();
    const built = builder.build();
    builder.setIsAudioOnlyCall(true);
    expect(built.values.audioOnly).toBe(false);
  });

  it.each([undefined, null, {}, new CallSettingsBuilder()])('are not %s', (wrong) =>
    expect(() => checkCallSettings(wrong)).toThrow(expect.objectContaining({ code: 'INVALID_CALL_SETTINGS' })),
  );
});

describe('app settings', () => {
  const whole = () => new CallAppSettingsBuilder().setAppId('app').setRegion('eu');

  it('need an app id and a region, and no host', () => {
    const settings = whole().build();
    expect(() => checkAppSettings(settings)).not.toThrow();
  });

  it.each([
    undefined,
    {},
    new CallAppSettingsBuilder().build(),
    whole().setAppId(' ').build(),
    whole().setRegion('').build(),
    whole().setHost('').build(),
  ])('are not %j', (wrong) =>
    expect(() => checkAppSettings(wrong)).toThrow(expect.objectContaining({ code: 'INVALID_CALL_APP_SETTINGS' })),
  );
});

describe('listeners', () => {
  it('all hear, the one of the call first; one that throws stops nobody', () => {
    const heard: string[] = [];
    vi.stubGlobal('reportError', (thrown: Error) => heard.push(`reported ${thrown.message}`));
    const named = new NamedListeners();
    const listeners = new Listeners(named, {
      onCallEnded: () => {
        throw new Error('boom');
      },
    });
    named.add('one', { onCallEnded: () => heard.push('old') });
    named.add('one', { onCallEnded: () => heard.push('new') });
    named.add('two', { onUserLeft: () => heard.push('no') });

    listeners.tell('onCallEnded');
    named.remove('one');
    listeners.tell('onCallEnded');

    expect(heard).toEqual(['reported boom', 'new', 'reported boom']);
    vi.unstubAllGlobals();
  });

  it('need a name and an object', () => {
    const named = new NamedListeners();
    const refused = expect.objectContaining({ code: 'INVALID_ARGUMENT_EXCEPTION' }) as Error;
    expect(() => named.add('', {})).toThrow(refused);
    expect(() => named.add('x', undefined as never)).toThrow(refused);
  });
});
