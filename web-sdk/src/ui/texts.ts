import type { ConnectionQuality } from '../api/wire';
import type { CallPhase } from '../core/call-model';
import { ENGLISH } from './english';
import { GERMAN } from './german';

/** Every word that the view shows or reads out. `{name}` and `{seconds}` are filled in. */
export type Texts = typeof ENGLISH;

/** Words of the application's own, each in place of ours. */
export type LocalizedStrings = Partial<Record<keyof Texts, string>>;

const LANGUAGES: ReadonlyMap<string, Texts> = new Map([
  ['en', ENGLISH],
  ['de', GERMAN],
]);

/** In the language of the page's one call. */
export let TEXTS: Texts = ENGLISH;

/** The language of {@link TEXTS}. */
export let LANGUAGE = 'en';

/**
 * Chooses the words for the next view.
 *
 * @param language such as `de` or `de-AT`; undefined: the browser's. One that we do not speak becomes English.
 */
export function chooseTexts(language: string | undefined, own: LocalizedStrings): void {
  const wanted = (language ?? navigator.language).split('-')[0]?.toLowerCase() ?? '';
  LANGUAGE = LANGUAGES.has(wanted) ? wanted : 'en';
  TEXTS = { ...(LANGUAGES.get(LANGUAGE) ?? ENGLISH), ...own };
}

export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}

export function statusText(phase: CallPhase): string {
  switch (phase) {
    case 'joining':
      return TEXTS.joining;
    case 'connecting':
      return TEXTS.connecting;
    case 'waiting-for-bridge':
      return TEXTS.waitingForBridge;
    case 'reconnecting':
      return TEXTS.reconnecting;
    case 'alone':
      return TEXTS.alone;
    case 'running':
      return '';
  }
}

export function qualityText(quality: ConnectionQuality): string {
  return { good: TEXTS.goodConnection, fair: TEXTS.fairConnection, poor: TEXTS.poorConnection }[quality];
}
