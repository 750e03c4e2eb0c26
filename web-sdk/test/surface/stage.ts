import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CallListener, DirectCalls, type SessionSettings } from '../../src/index';
import type { CallCallbacks } from '../../src/compat/listener';
import { installDrawing } from '../support/drawing';
import { FakeMachine } from '../support/machine';
import { jwt, participant, snapshot } from '../support/made';
import { FakeServer } from '../support/page';
import { FakeConnection } from '../support/rtc';

export const ME = participant('me');
export const ANN = participant('ann');
export const BOB = participant('bob');
export const TOKEN = jwt({ data: { sessionId: 's' }, sub: 'uid-me' });

/** One name of the surface: what it does, and the proof. */
export type Row = [does: string, proof: (stage: Stage) => void | Promise<void>];

/** A page as large as a desktop's, with all that browsers have and jsdom has not; Ann and Bob are in the session that it joins. */
export class Stage {
  readonly element = document.body.appendChild(document.createElement('div'));
  readonly server = new FakeServer(ME, snapshot(1, ME, ANN, BOB));
  readonly machine = new FakeMachine(
    ['audioinput', 'mic-1'],
    ['audioinput', 'mic-2'],
    ['videoinput', 'cam-1'],
    ['videoinput', 'cam-2'],
    ['audiooutput', 'out-1'],
    ['audiooutput', 'out-2'],
  );
  readonly #removes: (() => void)[] = [];

  static async open(): Promise<Stage> {
    installDrawing();
    FakeConnection.install();
    Object.defineProperties(HTMLElement.prototype, {
      clientWidth: { configurable: true, get: () => 1200 },
      clientHeight: { configurable: true, get: () => 600 },
    });
    Object.assign(HTMLMediaElement.prototype, { setSinkId: () => Promise.resolve() });
    Object.assign(document, { fullscreenEnabled: true });
    const stage = new Stage();
    await DirectCalls.init({ appId: 'a', region: 'eu', host: 'http://s/v3' });
    return stage;
  }

  close(): void {
    DirectCalls.endSession();
    for (const remove of this.#removes) remove();
    this.element.remove();
    for (const size of ['clientWidth', 'clientHeight']) Reflect.deleteProperty(HTMLElement.prototype, size);
    Reflect.deleteProperty(HTMLMediaElement.prototype, 'setSinkId');
    Reflect.deleteProperty(document, 'fullscreenEnabled');
    vi.unstubAllGlobals();
  }

  /** Joins with plain settings and waits until the devices are known. */
  async join(settings: SessionSettings = {}): Promise<void> {
    const { error } = await DirectCalls.joinSession(TOKEN, settings, this.element);
    if (error !== undefined) throw error;
    await this.devicesAreKnown();
  }

  /** As {@link join}, with the older names. */
  async start(set: (builder: Builder) => Builder = (builder) => builder, listener: CallListener = {}): Promise<void> {
    const builder = set(new DirectCalls.CallSettingsBuilder().setCallListener(listener));
    await DirectCalls.startSession(TOKEN, builder.build(), this.element);
    await this.devicesAreKnown();
  }

  async devicesAreKnown(): Promise<void> {
    await vi.waitFor(() => expect(DirectCalls.getVideoInputDevices()).not.toEqual([]));
  }

  /** Hears an event until the end of the test. */
  hear(event: keyof CallCallbacks) {
    const heard = vi.fn();
    this.#removes.push(DirectCalls.addEventListener(event, heard as never));
    return heard;
  }

  get view(): ShadowRoot | null {
    return this.element.firstElementChild?.shadowRoot ?? null;
  }

  find(selector: string): HTMLElement[] {
    return [...(this.view?.querySelectorAll<HTMLElement>(selector) ?? [])].filter(isShown);
  }

  /** The buttons that can be seen, by what they say. */
  get buttons(): string[] {
    return this.find('button').map(nameOf);
  }

  press(name: string): void {
    const button = this.find('button').find((one) => nameOf(one) === name);
    if (button === undefined) throw new Error(`There is no button ${name}, but ${this.buttons.join(', ')}.`);
    button.click();
  }

  /** The names on the tiles that can be seen. */
  get tiles(): string[] {
    return this.find('.tile').map(nameOf);
  }

  /** The tile that is larger than the others. */
  get mainTile(): HTMLElement {
    const [tile] = this.find('.tile.main');
    if (tile === undefined) throw new Error('No tile is the main one.');
    return tile;
  }

  get joinRequest(): unknown {
    return this.server.to('POST', '/participants')[0]?.body;
  }

  /** What was changed about a participant at the server. */
  patches(id: string): unknown[] {
    return this.server.to('PATCH', `/participants/${id}`).map((one) => one.body);
  }

  /** The devices that are open. */
  get used(): string[] {
    return this.machine.live.map((one) => one.deviceId);
  }
}

export type Builder = InstanceType<typeof DirectCalls.CallSettingsBuilder>;

/** A test a row. */
export function prove(what: string, rows: Readonly<Record<string, Row>>): void {
  describe(what, () => {
    let stage: Stage;
    beforeEach(async () => {
      stage = await Stage.open();
    });
    afterEach(() => stage.close());

    for (const [name, [does, proof]] of Object.entries(rows)) it(`${name}: ${does}`, () => proof(stage));
  });
}

/** The names that are there are those that have a row. */
export function proveComplete(what: string, there: readonly string[], rows: object): void {
  it(`${what} has a row for each name, and no other rows`, () => {
    expect([...there].sort()).toEqual(Object.keys(rows).sort());
  });
}

/** The methods of a class of its own. */
export function methodsOf({ prototype }: { prototype: object }): string[] {
  return Object.getOwnPropertyNames(prototype).filter((one) => one !== 'constructor');
}

/** For what throws at once. */
export const INVALID_ARGUMENT = expect.objectContaining({ code: 'INVALID_ARGUMENT_EXCEPTION' }) as Error;

function isShown(one: HTMLElement): boolean {
  return one.closest('[hidden]') === null;
}

function nameOf(one: HTMLElement): string {
  return one.getAttribute('aria-label') ?? one.textContent;
}
