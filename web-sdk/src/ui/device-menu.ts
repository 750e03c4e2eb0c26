import type { DevicesModel } from '../core/call-devices';
import type { MenuGroup } from './menu';
import { TEXTS } from './texts';

export interface DeviceActions {
  useMicrophone: (deviceId: string) => void;
  useSpeaker: (deviceId: string) => void;
  useCamera: (deviceId: string) => void;
}

/** The devices to choose from, by kind. What there is but one of is no choice and left out. */
export function deviceGroups(devices: DevicesModel, actions: DeviceActions): MenuGroup[] {
  const { audioInputs, audioInput, audioOutputs, audioOutput, videoInputs, videoInput } = devices;
  return [
    group(TEXTS.microphone, audioInputs, audioInput, actions.useMicrophone),
    group(TEXTS.speaker, audioOutputs, audioOutput === '' ? 'default' : audioOutput, actions.useSpeaker),
    group(TEXTS.camera, videoInputs, videoInput, actions.useCamera),
  ].filter(({ items }) => items.length > 1);
}

function group(
  heading: string,
  devices: readonly MediaDeviceInfo[],
  current: string | undefined,
  use: (deviceId: string) => void,
): MenuGroup {
  // Browsers give no names before the person allowed a device of the kind; a list of blanks is no choice either.
  const items = devices
    .filter(({ label }) => label !== '')
    .map(({ deviceId, label }) => ({ text: label, checked: deviceId === current, choose: () => use(deviceId) }));
  return { heading, items };
}
