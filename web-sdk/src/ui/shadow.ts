import { PALETTE } from './palette';

/** Gives an element a shadow root with its own look, in the colours of the SDK. A constructed sheet needs no inline style, which a page's policy may forbid. */
export function shadowOf(host: HTMLElement, css: string): ShadowRoot {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(PALETTE + css);
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.adoptedStyleSheets = [sheet];
  return shadow;
}
