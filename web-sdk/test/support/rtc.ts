import { vi } from 'vitest';
import type { OfferReady, RemoteTrack } from '../../src/api/wire';

export interface FakeTransceiver {
  mid: string;
  direction: string;
  sender: {
    track: unknown;
    replaceTrack: (track: unknown) => Promise<void>;
    parameters: { encodings: object[] };
    getParameters: () => { encodings: object[] };
    setParameters: (changed: { encodings: object[] }) => Promise<void>;
  };
  receiver: { track: { id: string; muted: boolean }; getSynchronizationSources: () => unknown[]; frames: number };
}

/** A peer connection that does what a test says. */
export class FakeConnection {
  static all: FakeConnection[] = [];
  static #answer = 'answer';
  connectionState: RTCPeerConnectionState = 'new';
  onconnectionstatechange: (() => void) | null = null;
  localDescription: { sdp: string } | null = null;
  answerSdp = FakeConnection.#answer;
  /** What it says about what it sends. */
  outbound: [string, unknown][] = [];
  readonly #transceivers: FakeTransceiver[] = [];
  readonly configuration: RTCConfiguration;

  constructor(configuration: RTCConfiguration = {}) {
    this.configuration = configuration;
    FakeConnection.all.push(this);
  }

  static get open(): FakeConnection[] {
    return FakeConnection.all.filter((one) => one.connectionState !== 'closed');
  }

  static get newest(): FakeConnection {
    const newest = FakeConnection.all.at(-1);
    if (newest === undefined) throw new Error('There is no connection.');
    return newest;
  }

  /** Puts it in place of the browser's; `vi.unstubAllGlobals()` ends it. */
  static install(): void {
    FakeConnection.all = [];
    FakeConnection.answersWith('answer');
    vi.stubGlobal('RTCPeerConnection', FakeConnection);
  }

  /** What those answer that are made from now on. */
  static answersWith(sdp: string): void {
    FakeConnection.#answer = sdp;
  }

  setRemoteDescription({ sdp }: { sdp: string }): Promise<void> {
    for (const [, mid = ''] of sdp.matchAll(/^a=mid:(.*)$/gm))
      if (this.transceiver(mid) === undefined) this.#transceivers.push(made(mid));
    return Promise.resolve();
  }

  setLocalDescription(): Promise<void> {
    this.localDescription = { sdp: this.answerSdp };
    return Promise.resolve();
  }

  getTransceivers(): FakeTransceiver[] {
    return this.#transceivers;
  }

  getStats(): Promise<Map<string, unknown>> {
    const inbound = this.#transceivers.map(({ mid, receiver }) => [
      mid,
      { type: 'inbound-rtp', mid, framesDecoded: receiver.frames },
    ]);
    return Promise.resolve(new Map([...(inbound as [string, unknown][]), ...this.outbound]));
  }

  close(): void {
    this.connectionState = 'closed';
  }

  transceiver(mid: string): FakeTransceiver | undefined {
    return this.#transceivers.find((one) => one.mid === mid);
  }

  become(state: RTCPeerConnectionState): void {
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }

  /** Packets of these m-lines arrive. */
  deliver(...mids: string[]): void {
    for (const mid of mids) {
      const receiver = this.#receiver(mid);
      receiver.track.muted = false;
      receiver.frames += 10;
    }
  }

  fallSilent(...mids: string[]): void {
    for (const mid of mids) {
      const receiver = this.#receiver(mid);
      receiver.track.muted = true;
      receiver.frames = 0;
    }
  }

  #receiver(mid: string): FakeTransceiver['receiver'] {
    const receiver = this.transceiver(mid)?.receiver;
    if (receiver === undefined) throw new Error(`There is no m-line ${mid}.`);
    return receiver;
  }
}

let tracks = 0;

function made(mid: string): FakeTransceiver {
  const sender: FakeTransceiver['sender'] = {
    track: null,
    replaceTrack: (track) => {
      sender.track = track;
      return Promise.resolve();
    },
    parameters: { encodings: [{}] },
    getParameters: () => structuredClone(sender.parameters),
    setParameters: (changed) => {
      sender.parameters = changed;
      return Promise.resolve();
    },
  };
  const receiver: FakeTransceiver['receiver'] = {
    track: { id: `track-${++tracks}`, muted: true },
    frames: 0,
    getSynchronizationSources: () => (receiver.frames > 0 ? [{}] : []),
  };
  return { mid, direction: 'recvonly', sender, receiver };
}

/** An offer with the own m-lines and those of `tracks`. */
export function offer(generation: number, revision: number, ...remote: RemoteTrack[]): OfferReady {
  return {
    type: 'OfferReady',
    sessionId: 's',
    seq: revision,
    at: '',
    participantId: 'me',
    generation,
    revision,
    sdp: [
      ...['0', '1', '2'].map((mid) => section(mid, 'recvonly')),
      ...remote.map((one) => section(one.mid, 'sendonly')),
    ].join(''),
    tracks: remote,
  };
}

function section(mid: string, direction: string): string {
  return `m=video 9 UDP/TLS/RTP/SAVPF 100\na=mid:${mid}\na=${direction}\n`;
}

/** Sound on m-line 3 and pictures on m-line 4. */
export function tracksOf(participantId: string, firstMid = 3): RemoteTrack[] {
  return [
    { mid: String(firstMid), participantId, kind: 'audio' },
    { mid: String(firstMid + 1), participantId, kind: 'camera' },
  ];
}
