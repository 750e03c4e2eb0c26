import { vi } from 'vitest';

/** jsdom neither draws nor plays: with these the view can be built and taken away. */
export function installDrawing(): void {
  class Observer {
    observe = vi.fn();
    unobserve = vi.fn();
    disconnect = vi.fn();
  }
  class Sheet {
    replaceSync = vi.fn();
  }
  vi.stubGlobal('ResizeObserver', Observer);
  vi.stubGlobal('IntersectionObserver', Observer);
  vi.stubGlobal('CSSStyleSheet', Sheet);
  vi.stubGlobal('MediaStream', vi.fn());
  HTMLMediaElement.prototype.play = () => Promise.resolve();
}
