import type { DevicesModel } from '../core/call-devices';
import type { AudioMode, MediaDeviceList } from './listener';
import type { Listeners } from './listeners';

/** Tells what is different about the devices. */
export function announceDevices(listeners: Listeners, before: DevicesModel, after: DevicesModel): void {
  const outputs = before.audioOutputs !== after.audioOutputs;
  const listed = outputs || before.audioInputs !== after.audioInputs || before.videoInputs !== after.videoInputs;
  if (listed) listeners.tell('onMediaDeviceListUpdated', deviceList(after));
  if (outputs || before.audioOutput !== after.audioOutput) listeners.tell('onAudioModesUpdated', audioModes(after));
  announceLists(listeners, before, after);
  announceChosen(listeners, before, after);
}

function announceLists(listeners: Listeners, before: DevicesModel, after: DevicesModel): void {
  if (before.audioInputs !== after.audioInputs) listeners.tell('onAudioInputDevicesChanged', [...after.audioInputs]);
  if (before.audioOutputs !== after.audioOutputs)
    listeners.tell('onAudioOutputDevicesChanged', [...after.audioOutputs]);
  if (before.videoInputs !== after.videoInputs) listeners.tell('onVideoInputDevicesChanged', [...after.videoInputs]);
}

/** A device is known when it is in the list, which comes after the first one was opened. */
function announceChosen(listeners: Listeners, before: DevicesModel, after: DevicesModel): void {
  const changed = (find: (devices: DevicesModel) => MediaDeviceInfo | undefined) => {
    const now = find(after);
    return now !== undefined && find(before)?.deviceId !== now.deviceId ? now : undefined;
  };
  const microphone = changed(currentMicrophone);
  const camera = changed(currentCamera);
  const output = changed(currentOutput);
  if (microphone !== undefined) listeners.tell('onAudioInputDeviceChanged', microphone);
  if (camera !== undefined) listeners.tell('onVideoInputDeviceChanged', camera);
  if (output !== undefined) listeners.tell('onAudioOutputDeviceChanged', output);
}

export function currentMicrophone({ audioInputs, audioInput }: DevicesModel): MediaDeviceInfo | undefined {
  return audioInputs.find((one) => one.deviceId === audioInput);
}

export function currentCamera({ videoInputs, videoInput }: DevicesModel): MediaDeviceInfo | undefined {
  return videoInputs.find((one) => one.deviceId === videoInput);
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
