import { CallException } from '../core/errors';

/** Which installation the page talks to. */
export class CallAppSettings {
  readonly #appId: string;
  readonly #region: string;
  readonly #host: string | undefined;

  constructor(builder: CallAppSettingsBuilder) {
    this.#appId = builder.appId;
    this.#region = builder.region;
    this.#host = builder.host;
  }

  getAppId(): string {
    return this.#appId;
  }

  getRegion(): string {
    return this.#region;
  }

  getHost(): string | undefined {
    return this.#host;
  }
}

export class CallAppSettingsBuilder {
  /** @internal */ appId = '';
  /** @internal */ region = '';
  /** @internal */ host: string | undefined;

  /** Any name: an installation has one app. It must not be empty. */
  setAppId(appId: string): this {
    this.appId = appId;
    return this;
  }

  /** Any name: where an installation is, its host says. It must not be empty. */
  setRegion(region: string): this {
    this.region = region;
    return this;
  }

  /** Address of the installation, such as `https://calls.example.com/v3/`. Without it: the page's own origin. */
  setHost(host: string): this {
    this.host = host;
    return this;
  }

  build(): CallAppSettings {
    return new CallAppSettings(this);
  }
}

/** Throws INVALID_CALL_APP_SETTINGS when `settings` cannot be used. */
export function checkAppSettings(settings: unknown): asserts settings is CallAppSettings {
  const bad = (message: string) => new CallException({ code: 'INVALID_CALL_APP_SETTINGS', message });
  if (!(settings instanceof CallAppSettings)) throw bad('Pass settings that CallAppSettingsBuilder.build() returned.');
  if (!isText(settings.getAppId())) throw bad('Set an app id in the app settings.');
  if (!isText(settings.getRegion())) throw bad('Set a region in the app settings.');
  const host: unknown = settings.getHost();
  if (host !== undefined && !isText(host)) throw bad('The host in the app settings is not an address.');
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
