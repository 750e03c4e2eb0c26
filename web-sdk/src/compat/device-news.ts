import type { DevicesModel } from '../core/call-devices';
import type { AudioMode, MediaDeviceList } from './listener';
import type { Listeners } from './listeners';

/** Tells what is different about the devices. */
export function announceDevices(listeners: Listeners, before: DevicesModel, after: DevicesModel): void {
  const outputs = before.audioOutputs !== after.audioOutputs;
  const listed = outputs || before.audioInputs !== after.audioInputs || before.videoInputs !== after.videoInputs;
  if (listed) listeners.tell('onMediaDeviceListUpdated', deviceList(after));
  if (outputs || before.audioOutput !== after.audioOutput) listeners.tell('onAudioModesUpdated', audioModes(after));
}

/** The output that is used: without a choice the one that the browser calls the default one, or names first. */
export function currentOutput({ audioOutputs, audioOutput }: DevicesModel): MediaDeviceInfo | undefined {
  const wanted = audioOutput === '' ? 'default' : audioOutput;
  return audioOutputs.find((one) => one.deviceId === wanted) ?? audioOutputs[0];
}

function deviceList({ audioInputs, audioOutputs, videoInputs }: DevicesModel): MediaDeviceList {
  return {
    audioInputDevices: [...audioInputs],
    audioOutputDevices: [...audioOutputs],
    videoInputDevices: [...videoInputs],
  };
}

function audioModes(devices: DevicesModel): AudioMode[] {
  const used = currentOutput(devices);
  return devices.audioOutputs.map((one) => ({ mode: one.label, deviceId: one.deviceId, isSelected: one === used }));
}
