import { deviceName } from './device-words';

/** Shows devices to choose from, if there are any. An unchanged list is left alone: it may be open. */
export function showDevices(select: HTMLSelectElement, devices: MediaDeviceInfo[], current: string | undefined): void {
  const known = devices.filter((one) => one.deviceId !== '');
  const options = known.map((one, index) => new Option(deviceName(one.label, index), one.deviceId));
  const textOf = (all: Iterable<HTMLOptionElement>) => [...all].map((one) => one.value + one.text).join('\n');
  if (textOf(options) !== textOf(select.options)) {
    const before = select.value;
    select.replaceChildren(...options);
    if (known.some((one) => one.deviceId === before)) select.value = before;
  }
  if (known.some((one) => one.deviceId === current)) select.value = current ?? '';
  select.hidden = known.length === 0;
}
