import { Call, type CallObserver, type CallOptions } from '../core/call';
import type { CallDevices } from '../core/call-devices';
import type { CallModel } from '../core/call-model';
import type { CallException } from '../core/errors';
import type { SessionChange } from '../session/changes';
import type { CallMode } from '../ui/layout';
import { chooseTexts } from '../ui/texts';
import { CallView } from '../ui/view';
import type { CallSettingsValues } from './call-settings';
import { Announcer } from './announcer';
import type { Listeners } from './listeners';

/** The one call of the page: joins the core, the view and the application's listeners. Single-use. */
export class ActiveCall implements CallObserver {
  readonly call: Call;
  readonly #view: CallView;
  readonly #listeners: Listeners;
  readonly #onGone: () => void;
  readonly #announcer: Announcer;

  /** @param onGone the call is over and released */
  constructor(
    options: CallOptions,
    settings: CallSettingsValues,
    element: HTMLElement,
    listeners: Listeners,
    onGone: () => void,
  ) {
    this.#listeners = listeners;
    this.#onGone = onGone;
    this.call = new Call(options, this);
    this.#announcer = new Announcer(listeners, this.call.model);
    const buttons = {
      bar: settings.defaultLayout,
      audio: settings.muteAudioButton,
      video: settings.pauseVideoButton,
      screen: settings.screenShareButton,
      switchToVideo: settings.switchToVideoButton,
      mode: settings.modeButton,
      devices: settings.deviceButton,
      leave: settings.endCallButton,
    };
    const { mode, mainVideo, language, localizedStrings } = settings;
    chooseTexts(language, localizedStrings);
    this.#view = new CallView(
      element,
      { buttons, mode, mainVideo },
      {
        setMuted: (muted) => {
          listeners.tell('onToggleAudioButtonClicked');
          this.setMuted(muted);
        },
        setPaused: (paused) => {
          listeners.tell('onToggleVideoButtonClicked');
          this.setPaused(paused);
        },
        setSharing: (sharing) => {
          listeners.tell('onScreenShareButtonClicked');
          this.setSharing(sharing);
        },
        switchToVideo: () => this.switchToVideo(),
        useMicrophone: (id) => this.useDevice((devices) => devices.useMicrophone(id)),
        useSpeaker: (id) => this.useDevice((devices) => devices.useSpeaker(id)),
        useCamera: (id) => this.useDevice((devices) => devices.useCamera(id)),
        declineVideo: () => this.call.declineVideo(),
        onOutputRefused: (thrown) => this.call.report(this.call.devices.speakerRefused(thrown)),
        leave: () => this.#leavePressed(),
        stay: () => this.#try(() => this.call.stay()),
        onView: (view) => this.call.show(view),
        onMode: (mode) => listeners.tell('onCallLayoutChanged', mode),
        // Nobody sees the call any more: a microphone that stays open would be a surprise.
        onGone: () => this.#endAndTell(),
        onFrame: (own) => this.call.figures.noteFrame(own),
      },
    );
    this.#view.show(this.call.model);
  }

  async start(): Promise<void> {
    try {
      await this.call.start();
      this.#announcer.joined();
    } catch (thrown) {
      this.end();
      throw thrown;
    }
  }

  end(): void {
    this.call.end();
    this.#gone();
  }

  setMuted(muted: boolean): void {
    this.#try(() => this.call.own.setMuted(muted));
  }

  setPaused(paused: boolean): void {
    this.#try(() => this.call.own.setPaused(paused));
  }

  setSharing(sharing: boolean): void {
    this.#try(() => (sharing ? this.call.own.startScreen() : this.call.own.stopScreen()));
  }

  switchToVideo(): void {
    this.#try(() => this.call.switchToVideo());
  }

  turnOff(participantId: string, flags: { audioMuted: true } | { videoPaused: true }): void {
    this.#try(() => this.call.turnOff(participantId, flags));
  }

  useDevice(use: (devices: CallDevices) => Promise<void> | void): void {
    this.#try(async () => use(this.call.devices));
  }

  setMode(mode: CallMode): void {
    this.#view.setMode(mode);
  }

  setHand(raised: boolean): void {
    this.call.own.setHand(raised);
  }

  endForAll(): void {
    this.#try(() => this.call.endForAll());
  }

  onModel(model: CallModel): void {
    this.#announcer.model(model);
    this.#view.show(model);
  }

  onChange(change: SessionChange, updatedBy: string | null): void {
    this.#announcer.change(change, updatedBy);
  }

  onSwitchedToVideo(initiator: string | null, responder: string | null): void {
    this.#announcer.switchedToVideo(this.call.sessionId, initiator, responder);
  }

  onScreenShare(sharing: boolean): void {
    this.#listeners.tell(sharing ? 'onScreenShareStarted' : 'onScreenShareStopped');
  }

  onError(error: CallException): void {
    this.#view.tell(error);
    this.#listeners.tell('onError', error);
  }

  onOver(idledOut: boolean): void {
    this.#gone();
    if (idledOut) this.#listeners.tell('onSessionTimeout');
    if (idledOut) this.#listeners.tell('onSessionTimedOut');
    this.#listeners.tell('onCallEnded');
  }

  #gone(): void {
    this.#view.remove();
    this.#onGone();
    this.#announcer.left();
  }

  #endAndTell(): void {
    this.end();
    this.#listeners.tell('onCallEnded');
  }

  #leavePressed(): void {
    this.#listeners.tell('onLeaveSessionButtonClicked');
    this.#listeners.tell('onCallEndButtonPressed');
    // The application may have called endSession() in its callback.
    this.#endAndTell();
  }

  #try(action: () => Promise<unknown>): void {
    action().catch((thrown: unknown) => this.call.report(thrown));
  }
}
