import type { Participant } from '../api/wire';
import { Call, type CallObserver, type CallOptions } from '../core/call';
import type { CallModel } from '../core/call-model';
import type { CallException } from '../core/errors';
import type { SessionChange } from '../session/changes';
import type { CallMode } from '../ui/layout';
import { CallView } from '../ui/view';
import type { CallSettingsValues } from './call-settings';
import type { Listeners } from './listeners';
import { callParticipant, type CallParticipant } from './users';

/** The one call of the page: joins the core, the view and the application's listeners. Single-use. */
export class ActiveCall implements CallObserver {
  readonly call: Call;
  readonly #view: CallView;
  readonly #listeners: Listeners;
  readonly #onGone: () => void;
  /** A call of two ends when the other one leaves; a larger one does not. */
  #mostOthers = 0;

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
    const buttons = {
      bar: settings.defaultLayout,
      audio: settings.muteAudioButton,
      video: settings.pauseVideoButton,
      screen: settings.screenShareButton,
      switchToVideo: settings.switchToVideoButton,
      leave: settings.endCallButton,
    };
    this.#view = new CallView(element, buttons, settings.mode, {
      setMuted: (muted) => this.setMuted(muted),
      setPaused: (paused) => this.setPaused(paused),
      setSharing: (sharing) => this.setSharing(sharing),
      switchToVideo: () => this.switchToVideo(),
      declineVideo: () => this.call.declineVideo(),
      leave: () => this.#leavePressed(),
      stay: () => this.#try(() => this.call.stay()),
      onView: (view) => this.call.show(view),
      onRemoteFrame: () => this.call.figures.noteRemoteFrame(),
    });
    this.#view.show(this.call.model);
  }

  async start(): Promise<void> {
    try {
      await this.call.start();
      this.#mostOthers = Math.max(this.#mostOthers, this.call.model.others.length);
      this.#tellUsers();
    } catch (thrown) {
      this.end();
      throw thrown;
    }
  }

  end(): void {
    this.call.end();
    this.#view.remove();
    this.#onGone();
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

  setMode(mode: CallMode): void {
    this.#view.setMode(mode);
  }

  onModel(model: CallModel): void {
    this.#view.show(model);
  }

  onChange(change: SessionChange, updatedBy: string | null): void {
    switch (change.type) {
      case 'joined':
        this.#mostOthers = Math.max(this.#mostOthers, this.call.model.others.length);
        this.#listeners.tell('onUserJoined', this.#user(change.participant));
        this.#tellUsers();
        return;
      case 'left':
        this.#listeners.tell('onUserLeft', this.#user(change.participant));
        this.#tellUsers();
        if (this.#mostOthers === 1) this.#listeners.tell('onCallEnded');
        return;
      case 'muted': {
        const muted = this.#user(change.participant);
        this.#listeners.tell('onUserMuted', { muted, mutedBy: this.#userOf(updatedBy) });
        return;
      }
      case 'unmuted':
        this.#listeners.tell('onUserUnMuted', this.#user(change.participant));
        return;
    }
  }

  onSwitchedToVideo(initiator: string | null, responder: string | null): void {
    const { sessionId } = this.call;
    const event = { sessionId, initiator: this.#userOf(initiator), responder: this.#userOf(responder) };
    this.#listeners.tell('onCallSwitchedToVideo', event);
  }

  onScreenShare(sharing: boolean): void {
    this.#listeners.tell(sharing ? 'onScreenShareStarted' : 'onScreenShareStopped');
  }

  onError(error: CallException): void {
    this.#listeners.tell('onError', error);
  }

  onOver(idledOut: boolean): void {
    this.#view.remove();
    this.#onGone();
    if (idledOut) this.#listeners.tell('onSessionTimeout');
    this.#listeners.tell('onCallEnded');
  }

  #leavePressed(): void {
    this.#listeners.tell('onCallEndButtonPressed');
    // The application may have called endSession() in its callback.
    this.end();
    this.#listeners.tell('onCallEnded');
  }

  #tellUsers(): void {
    const users = this.#everybody().map((one) => this.#user(one));
    this.#listeners.tell('onUserListUpdated', users);
  }

  #everybody(): Participant[] {
    const { self, others } = this.call.model;
    return self === undefined ? [...others] : [self, ...others];
  }

  #userOf(participantId: string | null): CallParticipant | null {
    const found = this.#everybody().find((one) => one.participantId === participantId);
    return found === undefined ? null : this.#user(found);
  }

  #user(participant: Participant): CallParticipant {
    return callParticipant(participant, this.call.model.self?.participantId);
  }

  #try(action: () => Promise<unknown>): void {
    action().catch((thrown: unknown) => this.call.report(thrown));
  }
}
