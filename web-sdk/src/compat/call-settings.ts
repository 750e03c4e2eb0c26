import { CallException } from '../core/errors';
import { CALL_MODE, type CallMode } from '../ui/layout';
import { ASPECT_RATIO, POSITION } from '../ui/main-look';
import type { LocalizedStrings } from '../ui/texts';
import type { CallListener } from './listener';
import { MainVideoContainerSetting } from './main-video';
import { wrongSetting } from './settings-check';

export { CALL_MODE, type CallMode };

/** The values of the guide's settings table, with its defaults. */
export interface CallSettingsValues {
  defaultLayout: boolean;
  audioOnly: boolean;
  startAudioMuted: boolean;
  startVideoMuted: boolean;
  endCallButton: boolean;
  muteAudioButton: boolean;
  pauseVideoButton: boolean;
  screenShareButton: boolean;
  modeButton: boolean;
  deviceButton: boolean;
  switchToVideoButton: boolean;
  /** False: nothing is sent, whatever the call token allows. */
  presents: boolean;
  mode: CallMode;
  /** In seconds. */
  idleTimeoutPeriod: number;
  iceTransportPolicy: RTCIceTransportPolicy;
  mainVideo: MainVideoContainerSetting;
  /** Undefined: the browser's. */
  language: string | undefined;
  localizedStrings: LocalizedStrings;
  listener: CallListener | undefined;
}

function defaults(): CallSettingsValues {
  return {
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
    presents: true,
    mode: CALL_MODE.DEFAULT,
    idleTimeoutPeriod: 180,
    iceTransportPolicy: 'all',
    mainVideo: new MainVideoContainerSetting(),
    language: undefined,
    localizedStrings: {},
    listener: undefined,
  };
}

/** How one call starts and looks. Made by {@link CallSettingsBuilder}. */
export class CallSettings {
  static readonly POSITION = POSITION;
  static readonly ASPECT_RATIO = ASPECT_RATIO;
  readonly values: Readonly<CallSettingsValues>;

  constructor(values: CallSettingsValues) {
    this.values = { ...values };
  }
}

/** What its methods are given is checked when the call is started. */
export class CallSettingsBuilder {
  readonly #values = defaults();

  /** False hides the button bar and shows only the call itself. */
  enableDefaultLayout(defaultLayout: boolean): this {
    return this.#set({ defaultLayout });
  }

  setIsAudioOnlyCall(audioOnly: boolean): this {
    return this.#set({ audioOnly });
  }

  startWithAudioMuted(startAudioMuted: boolean): this {
    return this.#set({ startAudioMuted });
  }

  startWithVideoMuted(startVideoMuted: boolean): this {
    return this.#set({ startVideoMuted });
  }

  showEndCallButton(endCallButton: boolean): this {
    return this.#set({ endCallButton });
  }

  showMuteAudioButton(muteAudioButton: boolean): this {
    return this.#set({ muteAudioButton });
  }

  showPauseVideoButton(pauseVideoButton: boolean): this {
    return this.#set({ pauseVideoButton });
  }

  showScreenShareButton(screenShareButton: boolean): this {
    return this.#set({ screenShareButton });
  }

  /** The button opens a menu of the modes. */
  showModeButton(modeButton: boolean): this {
    return this.#set({ modeButton });
  }

  /** The button opens a menu of microphones, speakers and cameras; it is there when there is a choice. */
  showDeviceButton(deviceButton: boolean): this {
    return this.#set({ deviceButton });
  }

  /** The button is there in audio calls. */
  showSwitchToVideoCallButton(switchToVideoButton: boolean): this {
    return this.#set({ switchToVideoButton });
  }

  /** How the call begins to look; `DirectCalls.setMode()` changes it later. */
  setMode(mode: CallMode): this {
    return this.#set({ mode });
  }

  /** How long one may be alone in the call. A minute before its end a prompt asks. @param idleTimeoutPeriod in seconds, 180 by default; more than a day counts as a day */
  setIdleTimeoutPeriod(idleTimeoutPeriod: number): this {
    return this.#set({ idleTimeoutPeriod });
  }

  /**
   * `relay`: media goes by the installation's TURN servers and no other way, and nobody but they sees this device's addresses. Without a
   * TURN server there is no media then. `all` by default: by a TURN server where no other way is open.
   */
  setIceTransportPolicy(iceTransportPolicy: RTCIceTransportPolicy): this {
    return this.#set({ iceTransportPolicy });
  }

  /** What stands where on the large picture of DEFAULT and SPOTLIGHT. */
  setMainVideoContainerSetting(mainVideo: MainVideoContainerSetting): this {
    return this.#set({ mainVideo });
  }

  /** Changes nothing, and is there for applications that call it: calls are not recorded. */
  showRecordingButton(_shown: boolean): this {
    return this;
  }

  /** As {@link showRecordingButton}. */
  startRecordingOnCallStart(_starts: boolean): this {
    return this;
  }

  /** Changes nothing, and is there for applications that call it: cameras are shown as they are. */
  showVirtualBackgroundSetting(_shown: boolean): this {
    return this;
  }

  /** As {@link showVirtualBackgroundSetting}. */
  setVirtualBackground(_virtualBackground: object): this {
    return this;
  }

  /** Changes nothing, and is there for applications that call it: nobody but your installation hears of your calls. */
  setAnalyticsSettings(_analyticsSettings: object): this {
    return this;
  }

  /** `en` or `de`, also with a region; by default what the browser speaks, and English where that is another. */
  setLanguage(language: string): this {
    return this.#set({ language });
  }

  /** Replaces words of the view, by the keys of {@link LocalizedStrings}. What is not given stays as it is. */
  setLocalizedStringObject(localizedStrings: LocalizedStrings): this {
    return this.#set({ localizedStrings });
  }

  setCallListener(listener: CallListener): this {
    return this.#set({ listener });
  }

  /** The same as {@link setCallListener}. */
  setCallEventListener(listener: CallListener): this {
    return this.setCallListener(listener);
  }

  build(): CallSettings {
    return new CallSettings(this.#values);
  }

  #set(change: Partial<CallSettingsValues>): this {
    Object.assign(this.#values, change);
    return this;
  }
}

/** Throws INVALID_CALL_SETTINGS when `settings` were not built by the builder, or when one of its methods was given what it does not take. */
export function checkCallSettings(settings: unknown): asserts settings is CallSettings {
  const message =
    settings instanceof CallSettings
      ? wrongSetting(settings.values)
      : 'Pass call settings that CallSettingsBuilder.build() returned.';
  if (message !== undefined) throw new CallException({ code: 'INVALID_CALL_SETTINGS', message });
}
