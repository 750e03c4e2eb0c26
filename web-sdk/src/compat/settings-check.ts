import { CALL_MODE } from '../ui/layout';
import { ASPECT_RATIO, POSITION } from '../ui/main-look';
import type { CallSettingsValues } from './call-settings';
import { MainVideoContainerSetting } from './main-video';

interface Rule {
  /** Of the builder's method, which is what the caller has written. */
  method: string;
  takes: string;
  fits: (value: unknown) => boolean;
}

const flag = (method: string): Rule => ({ method, takes: 'true or false', fits: isFlag });

/** Made when it is needed: bundles of who starts no call are to have none of it. */
const rules = (): Record<keyof CallSettingsValues, Rule> => ({
  defaultLayout: flag('enableDefaultLayout'),
  audioOnly: flag('setIsAudioOnlyCall'),
  startAudioMuted: flag('startWithAudioMuted'),
  startVideoMuted: flag('startWithVideoMuted'),
  endCallButton: flag('showEndCallButton'),
  muteAudioButton: flag('showMuteAudioButton'),
  pauseVideoButton: flag('showPauseVideoButton'),
  screenShareButton: flag('showScreenShareButton'),
  modeButton: flag('showModeButton'),
  deviceButton: flag('showDeviceButton'),
  switchToVideoButton: flag('showSwitchToVideoCallButton'),
  presents: flag('setIsPresenter'),
  mode: { method: 'setMode', takes: 'a mode of CALL_MODE', fits: (value) => isOneOf(CALL_MODE, value) },
  idleTimeoutPeriod: {
    method: 'setIdleTimeoutPeriod',
    takes: 'a number of seconds',
    fits: (value) => Number.isFinite(value) && Number(value) > 0,
  },
  iceTransportPolicy: {
    method: 'setIceTransportPolicy',
    takes: '"all" or "relay"',
    fits: (value) => value === 'all' || value === 'relay',
  },
  mainVideo: {
    method: 'setMainVideoContainerSetting',
    takes: 'a MainVideoContainerSetting, with values of CallSettings.POSITION and CallSettings.ASPECT_RATIO',
    fits: isMainVideo,
  },
  language: {
    method: 'setLanguage',
    takes: 'a language such as "de"',
    fits: (value) => isUnset(value) || isText(value),
  },
  localizedStrings: { method: 'setLocalizedStringObject', takes: 'an object of texts', fits: isTexts },
  listener: {
    method: 'setCallListener',
    takes: 'an object with callbacks',
    fits: (value) => isUnset(value) || isObject(value),
  },
});

/** What is wrong with the settings, for who wrote them; undefined when nothing is. */
export function wrongSetting(values: Readonly<CallSettingsValues>): string | undefined {
  const broken = Object.entries(rules()).find(([name, { fits }]) => !fits(values[name as keyof CallSettingsValues]));
  return broken === undefined ? undefined : `${broken[1].method} takes ${broken[1].takes}.`;
}

function isMainVideo(value: unknown): boolean {
  if (!(value instanceof MainVideoContainerSetting)) return false;
  const { aspectRatio, fullScreenButton, nameLabel, networkLabel } = value;
  const placed = [fullScreenButton, nameLabel, networkLabel];
  return (
    isOneOf(ASPECT_RATIO, aspectRatio) &&
    placed.every(({ position, visible }) => isOneOf(POSITION, position) && isFlag(visible)) &&
    isText(nameLabel.color)
  );
}

function isTexts(value: unknown): boolean {
  return isObject(value) && Object.values(value).every((one) => typeof one === 'string');
}

function isOneOf(choices: Readonly<Record<string, string>>, value: unknown): boolean {
  return Object.values(choices).includes(value as string);
}

function isFlag(value: unknown): boolean {
  return typeof value === 'boolean';
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isUnset(value: unknown): boolean {
  return value === undefined;
}
