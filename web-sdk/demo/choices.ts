import type { DirectCalls } from '@direct-call/web-sdk';

/** How somebody wants to join. Ids of devices are there when the person picked them. */
export interface Choices {
  muted: boolean;
  paused: boolean;
  microphone?: string | undefined;
  camera?: string | undefined;
  speaker?: string | undefined;
}

/** With sound and picture from the browser's default devices. */
export const AS_IT_COMES: Choices = { muted: false, paused: false };

type Controls = Pick<
  typeof DirectCalls,
  'setAudioInputDevice' | 'setVideoInputDevice' | 'setAudioOutputDevice' | 'unmuteAudio' | 'resumeVideo'
>;

/** A call begins with the default devices. Whoever picked others begins with these off: nobody must see or hear the wrong one. */
export function startsMuted({ muted, microphone }: Choices): boolean {
  return muted || microphone !== undefined;
}

/** As {@link startsMuted}. */
export function startsPaused({ paused, camera }: Choices): boolean {
  return paused || camera !== undefined;
}

/** Goes over to the picked microphone and camera, once the call has begun. */
export function useInputs(calls: Controls, { muted, paused, microphone, camera }: Choices): void {
  if (microphone !== undefined) {
    calls.setAudioInputDevice(microphone);
    if (!muted) calls.unmuteAudio();
  }
  if (camera !== undefined) {
    calls.setVideoInputDevice(camera);
    if (!paused) calls.resumeVideo();
  }
}
