import { type DevicesModel, NO_DEVICES } from '../core/call-devices';
import { currentCamera, currentMicrophone, currentOutput } from './device-news';
import { checkText, control, page } from './page';

function devices(): DevicesModel {
  return page.active?.call.model.devices ?? NO_DEVICES;
}

const NO_ID = 'Pass the id of a device.';

/** Microphones, cameras and outputs of the running call. Without a call the lists are empty. */
export const deviceControls = {
  getAudioInputDevices(): MediaDeviceInfo[] {
    return [...devices().audioInputs];
  },

  /** Empty where the browser plays on the default output only. */
  getAudioOutputDevices(): MediaDeviceInfo[] {
    return [...devices().audioOutputs];
  },

  getVideoInputDevices(): MediaDeviceInfo[] {
    return [...devices().videoInputs];
  },

  getCurrentAudioInputDevice(): MediaDeviceInfo | undefined {
    return currentMicrophone(devices());
  },

  getCurrentAudioOutputDevice(): MediaDeviceInfo | undefined {
    return currentOutput(devices());
  },

  getCurrentVideoInputDevice(): MediaDeviceInfo | undefined {
    return currentCamera(devices());
  },

  /** Uses this microphone; `onError` hears when it cannot be opened, and the one before is kept. */
  setAudioInputDevice(deviceId: string): void {
    checkText(deviceId, NO_ID);
    control((call) => call.useDevice((own) => own.useMicrophone(deviceId)));
  },

  /** Plays everybody there; `onError` hears when the browser does not. */
  setAudioOutputDevice(deviceId: string): void {
    checkText(deviceId, NO_ID);
    control((call) => call.useDevice((own) => own.useSpeaker(deviceId)));
  },

  /** Uses this camera, also the next time when it is off now; as {@link setAudioInputDevice}. */
  setVideoInputDevice(deviceId: string): void {
    checkText(deviceId, NO_ID);
    control((call) => call.useDevice((own) => own.useCamera(deviceId)));
  },

  /** Goes on with the next camera, such as the one on a phone's other side. */
  switchCamera(): void {
    control((call) => call.useDevice((own) => own.nextCamera()));
  },
} as const;
