import { CallException } from '../core/errors';
import { CallSettings, CallSettingsBuilder, checkCallSettings } from './call-settings';
import { CALL_MODE, type CallMode } from '../ui/layout';
import { MainVideoContainerSetting } from './main-video';

export type Layout = 'TILE' | 'SIDEBAR' | 'SPOTLIGHT';

/** How one call starts and looks, as a plain object. All is optional. */
export interface SessionSettings {
  sessionType?: 'VIDEO' | 'VOICE';
  layout?: Layout;
  startAudioMuted?: boolean;
  startVideoPaused?: boolean;
  /** In ms; with `idleTimeoutPeriodAfterPrompt` the time that one may be alone. The prompt comes when the server says so, a minute before the end. */
  idleTimeoutPeriodBeforePrompt?: number;
  /** In ms. */
  idleTimeoutPeriodAfterPrompt?: number;
  /** `relay`: media goes by the installation's TURN servers and no other way; `all` by default. */
  iceTransportPolicy?: RTCIceTransportPolicy;
  hideControlPanel?: boolean;
  hideLeaveSessionButton?: boolean;
  hideToggleAudioButton?: boolean;
  hideToggleVideoButton?: boolean;
  hideScreenSharingButton?: boolean;
  hideChangeLayoutButton?: boolean;
  hideDeviceButton?: boolean;
  /** On the large picture; small ones tell of a poor connection all the same. */
  hideNetworkIndicator?: boolean;
}

/** In ms, as the newer names have it: three minutes together. */
const IDLE = { beforePrompt: 60_000, afterPrompt: 120_000 };

const CHOICES = {
  sessionType: ['VIDEO', 'VOICE'],
  layout: ['TILE', 'SIDEBAR', 'SPOTLIGHT'],
  iceTransportPolicy: ['all', 'relay'],
};
const FLAGS = [
  'startAudioMuted',
  'startVideoPaused',
  'hideControlPanel',
  'hideLeaveSessionButton',
  'hideToggleAudioButton',
  'hideToggleVideoButton',
  'hideScreenSharingButton',
  'hideChangeLayoutButton',
  'hideDeviceButton',
  'hideNetworkIndicator',
] as const;
const PERIODS = ['idleTimeoutPeriodBeforePrompt', 'idleTimeoutPeriodAfterPrompt'] as const;

/** Takes both kinds of settings; throws INVALID_CALL_SETTINGS with the name of the wrong one. */
export function callSettings(settings: unknown): CallSettings {
  if (settings instanceof CallSettings) {
    checkCallSettings(settings);
    return settings;
  }
  check(settings);
  const { idleTimeoutPeriodBeforePrompt = IDLE.beforePrompt, idleTimeoutPeriodAfterPrompt = IDLE.afterPrompt } =
    settings;
  return new CallSettingsBuilder()
    .setIsAudioOnlyCall(settings.sessionType === 'VOICE')
    .setMode(modeOf(settings.layout ?? 'TILE'))
    .startWithAudioMuted(settings.startAudioMuted ?? false)
    .startWithVideoMuted(settings.startVideoPaused ?? false)
    .setIdleTimeoutPeriod((idleTimeoutPeriodBeforePrompt + idleTimeoutPeriodAfterPrompt) / 1_000)
    .setIceTransportPolicy(settings.iceTransportPolicy ?? 'all')
    .enableDefaultLayout(!settings.hideControlPanel)
    .showEndCallButton(!settings.hideLeaveSessionButton)
    .showMuteAudioButton(!settings.hideToggleAudioButton)
    .showPauseVideoButton(!settings.hideToggleVideoButton)
    .showScreenShareButton(!settings.hideScreenSharingButton)
    .showModeButton(!settings.hideChangeLayoutButton)
    .showDeviceButton(!settings.hideDeviceButton)
    .setMainVideoContainerSetting(mainVideo(settings.hideNetworkIndicator ?? false))
    .build();
}

function mainVideo(hideNetworkIndicator: boolean): MainVideoContainerSetting {
  const setting = new MainVideoContainerSetting();
  setting.setNetworkLabelParams(setting.networkLabel.position, !hideNetworkIndicator);
  return setting;
}

/** SIDEBAR is what the older names call DEFAULT. */
export function modeOf(layout: Layout): CallMode {
  return layout === 'SIDEBAR' ? CALL_MODE.DEFAULT : layout;
}

export function isLayout(value: unknown): value is Layout {
  return CHOICES.layout.includes(value as string);
}

function check(settings: unknown): asserts settings is SessionSettings {
  if (typeof settings !== 'object' || settings === null) throw wrong('Pass call settings.');
  const given = settings as Record<string, unknown>;
  const isSet = (name: string) => given[name] !== undefined;
  for (const [name, choices] of Object.entries(CHOICES))
    if (isSet(name) && !choices.includes(given[name] as string))
      throw wrong(`${name} is one of ${choices.join(', ')}.`);
  for (const name of FLAGS)
    if (isSet(name) && typeof given[name] !== 'boolean') throw wrong(`${name} is true or false.`);
  for (const name of PERIODS)
    if (isSet(name) && !(Number.isFinite(given[name]) && Number(given[name]) >= 0))
      throw wrong(`${name} is a time in ms.`);
}

function wrong(message: string): CallException {
  return new CallException({ code: 'INVALID_CALL_SETTINGS', message });
}
