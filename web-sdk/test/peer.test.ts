import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Peer } from '../src/media/peer';
import { FakeConnection, offer } from './support/rtc';

const CAMERA = { kind: 'video' } as MediaStreamTrack;
const OTHER = { kind: 'video' } as MediaStreamTrack;

describe('what a peer sends', () => {
  let peer: Peer;

  const sender = () => {
    const found = FakeConnection.newest.transceiver('1')?.sender;
    if (found === undefined) throw new Error('There is no camera m-line.');
    return found;
  };
  const layers = () => sender().parameters.encodings;

  beforeEach(async () => {
    vi.stubGlobal('RTCPeerConnection', FakeConnection);
    peer = new Peer({ generation: 1, configuration: {}, onStateChange: () => undefined });
    await peer.answer(offer(1, 1), { microphone: null, camera: CAMERA, screen: null });
    sender().parameters = { encodings: [{ rid: '0', active: true }, { rid: '1' }] };
    return () => {
      vi.unstubAllGlobals();
    };
  });

  it('is nothing at all while the camera is off', async () => {
    await peer.send('camera', null);

    expect(sender().track).toBeNull();
    expect(layers()).toEqual([
      { rid: '0', active: false },
      { rid: '1', active: false },
    ]);
  });

  it('is the camera again when it is back on', async () => {
    await peer.send('camera', null);
    await peer.send('camera', CAMERA);

    expect(sender().track).toBe(CAMERA);
    expect(layers()).toEqual([
      { rid: '0', active: true },
      { rid: '1', active: true },
    ]);
  });

  it('is the camera when it was turned off and on in one breath', async () => {
    await Promise.all([peer.send('camera', null), peer.send('camera', CAMERA)]);

    expect(sender().track).toBe(CAMERA);
    expect(layers()).toEqual([
      { rid: '0', active: true },
      { rid: '1', active: true },
    ]);
  });

  it('is the camera when the next offer is answered before it is sent', async () => {
    await peer.send('camera', null);
    await peer.answer(offer(1, 2), { microphone: null, camera: CAMERA, screen: null });
    await peer.send('camera', CAMERA);

    expect(sender().track).toBe(CAMERA);
    expect(layers()).toEqual([
      { rid: '0', active: true },
      { rid: '1', active: true },
    ]);
  });

  it('is nothing when the next offer was answered before the camera was off', async () => {
    await peer.answer(offer(1, 2), { microphone: null, camera: null, screen: null });
    await peer.send('camera', null);

    expect(layers()).toEqual([
      { rid: '0', active: false },
      { rid: '1', active: false },
    ]);
  });

  it('is another camera without a change of the layers', async () => {
    const change = vi.spyOn(sender(), 'setParameters');

    await peer.send('camera', OTHER);

    expect(sender().track).toBe(OTHER);
    expect(change).not.toHaveBeenCalled();
  });

  it('can be sent though a change before failed, and says that it did', async () => {
    vi.spyOn(sender(), 'replaceTrack').mockRejectedValueOnce(new Error('closed'));

    await expect(peer.send('camera', null)).rejects.toThrow('closed');
    await peer.send('camera', OTHER);

    expect(sender().track).toBe(OTHER);
  });
});
