import { person } from './people';

const NAMES: [MediaDeviceKind, string][] = [
  ['videoinput', 'HD camera'],
  ['videoinput', 'Document camera'],
  ['audioinput', 'Headset'],
  ['audiooutput', 'Headset'],
  ['audiooutput', 'Monitor'],
];

/** A machine with devices for the demo page: a painted person, and a tone that is always equally loud. */
export function installDevices(): void {
  const { mediaDevices } = navigator;
  mediaDevices.enumerateDevices = () => Promise.resolve(NAMES.map(([kind, name]) => device(kind, name)));
  mediaDevices.getUserMedia = ({ audio, video } = {}) => {
    const tracks = [...(audio === undefined ? [] : [tone()]), ...(video === undefined ? [] : [person(3)])];
    return Promise.resolve(new MediaStream(tracks));
  };
}

/** The person does not allow them. */
export function blockDevices(): void {
  const { mediaDevices } = navigator;
  mediaDevices.enumerateDevices = () => Promise.resolve([]);
  mediaDevices.getUserMedia = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
}

function device(kind: MediaDeviceKind, label: string): MediaDeviceInfo {
  return { kind, label, deviceId: label, groupId: '', toJSON: () => ({}) };
}

function tone(): MediaStreamTrack {
  const context = new AudioContext();
  const target = context.createMediaStreamDestination();
  const loudness = new GainNode(context, { gain: 0.08 });
  const source = new OscillatorNode(context, { frequency: 220 });
  source.connect(loudness).connect(target);
  source.start();
  const [track] = target.stream.getAudioTracks();
  if (track === undefined) throw new Error('no track');
  return track;
}
