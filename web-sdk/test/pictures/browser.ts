import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';

const CHROMIUM = '/usr/bin/chromium';

/** Machines without the browser run the other tests only. CI has installed it, so there its absence is a failure. */
export const WITH_BROWSER =
  process.env['DIRECTCALL_NO_BROWSER'] === undefined && (existsSync(CHROMIUM) || process.env['CI'] !== undefined);

export interface Screen {
  width: number;
  height: number;
  dark?: boolean;
}

/** A browser, on the page that shows states of the real view or on another one of this folder. */
export class Stage {
  readonly #server: ViteDevServer;
  readonly #browser: Browser;
  readonly #base: string;

  private constructor(server: ViteDevServer, browser: Browser, base: string) {
    this.#server = server;
    this.#browser = browser;
    this.#base = base;
  }

  static async open(): Promise<Stage> {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const server = await createServer({
      root,
      configFile: false,
      logLevel: 'error',
      // As the demo page imports it.
      resolve: { alias: { '@direct-call/web-sdk': `${root}src/index.ts` } },
      // Nothing to bundle: the view has no dependency, and a scan would take seconds.
      optimizeDeps: { noDiscovery: true },
      server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
    });
    await server.listen();
    const address = server.httpServer?.address();
    if (address === null || address === undefined || typeof address === 'string') throw new Error('no port');
    const browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required'],
    });
    return new Stage(server, browser, `http://127.0.0.1:${address.port}/`);
  }

  async page(screen: Screen): Promise<Page> {
    const page = await this.emptyPage(screen);
    await page.goto('test/pictures/page.html');
    await page.waitForFunction(() => 'showState' in window);
    return page;
  }

  /** A new page that has been nowhere. The addresses that it goes to are relative to the folder of the SDK. */
  emptyPage({ width, height, dark = false }: Screen): Promise<Page> {
    return this.#browser.newPage({
      baseURL: this.#base,
      viewport: { width, height },
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
  }
}
