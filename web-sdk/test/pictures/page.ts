import { trackKey } from '../../src/core/call-model';
import { IncomingCall, type Ringing } from '../../src/ui/incoming-call';
import { INCOMING_CSS } from '../../src/ui/incoming-styles';
import { defaultMainLook } from '../../src/ui/main-look';
import { shadowOf } from '../../src/ui/shadow';
import { chooseTexts } from '../../src/ui/texts';
import { CallView } from '../../src/ui/view';
import { person, slides } from './people';
import { modelOf, STATES } from './states';

declare global {
  interface Window {
    /** Shows a state, and resolves when all pictures in it are drawn. */
    showState: (name: string) => Promise<void>;
  }
}

const BUTTONS = {
  bar: true,
  audio: true,
  video: true,
  screen: true,
  switchToVideo: true,
  mode: true,
  devices: true,
  leave: true,
};
const nothing = () => undefined;
const ACTIONS = {
  setMuted: nothing,
  setPaused: nothing,
  setSharing: nothing,
  switchToVideo: nothing,
  useMicrophone: nothing,
  useSpeaker: nothing,
  useCamera: nothing,
  leave: nothing,
  onFrame: nothing,
  onGone: nothing,
  stay: nothing,
  declineVideo: nothing,
  onOutputRefused: nothing,
  onView: nothing,
  onMode: nothing,
};

let view: CallView | undefined;

const cameras = Array.from({ length: 6 }, (_one, index) => person(index));
const screen = slides();

window.showState = async (name) => {
  const state = STATES[name];
  if (state === undefined) throw new Error(`no state ${name}`);
  view?.remove();
  view = undefined;
  chooseTexts(state.language ?? 'en', {});
  const root = document.querySelector<HTMLElement>('#call');
  if (root === null) throw new Error('no element');
  root.replaceChildren();
  if (state.ringing !== undefined) {
    showRinging(root, state.ringing);
    return;
  }
  const mainVideo = defaultMainLook();
  view = new CallView(root, { buttons: BUTTONS, mode: state.mode ?? 'DEFAULT', mainVideo }, ACTIONS);
  const tracks = new Map<string, MediaStreamTrack>();
  for (const [index, one] of (state.model.others ?? []).entries()) {
    const camera = cameras[index % cameras.length];
    if (camera !== undefined) tracks.set(trackKey(one.participantId, 'camera'), camera);
    if (one.screenSharing) tracks.set(trackKey(one.participantId, 'screen'), screen);
  }
  const [own] = cameras.slice(-1);
  if (own === undefined) throw new Error('no camera');
  const model = modelOf(state, tracks, own);
  view.show(model);
  if (state.problem !== undefined) view.tell(state.problem);
  await drawn(root);
  if (state.opens !== undefined) open(root, state.opens);
};

function open(root: HTMLElement, label: string): void {
  root.firstElementChild?.shadowRoot?.querySelector<HTMLElement>(`button[aria-label="${label}"]`)?.click();
}

function showRinging(root: HTMLElement, ringing: Ringing[]): void {
  const host = document.createElement('div');
  host.style.cssText = 'box-sizing: border-box; width: min(420px, 100%); margin: 0 auto; padding: 16px';
  const list = document.createElement('div');
  list.className = 'calls';
  list.append(...ringing.map((one) => new IncomingCall(one, nothing, nothing).root));
  shadowOf(host, INCOMING_CSS).append(list);
  root.append(host);
}

/** A video is shown once it has data, and paints a moment after that. */
async function drawn(root: HTMLElement): Promise<void> {
  const shadow = root.firstElementChild?.shadowRoot;
  while (shadow?.querySelector('.tile:not([hidden]) > video[hidden]')) await nextFrame();
  const videos = [...(shadow?.querySelectorAll<HTMLVideoElement>('.tile:not([hidden]) > video') ?? [])];
  await Promise.all(videos.map((video) => new Promise((done) => video.requestVideoFrameCallback(done))));
  await nextFrame();
  await nextFrame();
}

function nextFrame(): Promise<unknown> {
  return new Promise(requestAnimationFrame);
}
