import { requestCallToken } from '../api/tokens';
import { type CallAppSettings, CallAppSettingsBuilder, checkAppSettings } from './app-settings';
import { attempt, base, checkAuthToken, checkText, page } from './page';

/** Which installation, as a plain object. */
export interface AppSettings {
  appId: string;
  region: string;
  host?: string;
}

/** What comes before a call. */
export const setUp = {
  /** Says which installation to use; needed once, before anything else. Rejects with INVALID_CALL_APP_SETTINGS. */
  init(settings: CallAppSettings | AppSettings): Promise<void> {
    return attempt(() => {
      const built = isPlain(settings) ? build(settings) : settings;
      checkAppSettings(built);
      page.appSettings = built;
    });
  },

  /** Keeps the user's auth token for {@link generateToken}. The server is asked no earlier than that. */
  loginWithAuthToken(authToken: string): Promise<void> {
    return attempt(() => {
      checkAuthToken(authToken);
      page.authToken = authToken;
      page.onLogin?.();
    });
  },

  /**
   * Gets the token that opens a session for a user. Rejects with INVALID_ARGUMENT_EXCEPTION, API_ERROR (the server's own code is in
   * `errorCode`) or UNKNOWN_API_ERROR (the server was not reached).
   *
   * @param authToken without it the one of {@link loginWithAuthToken}
   */
  generateToken(sessionId: string, authToken = page.authToken): Promise<{ token: string }> {
    return attempt(() => {
      checkText(sessionId, 'Pass the id of the session.');
      checkAuthToken(authToken);
      return requestCallToken(base(), sessionId, authToken);
    });
  },
} as const;

function isPlain(settings: unknown): settings is AppSettings {
  return typeof settings === 'object' && settings !== null && 'appId' in settings && 'region' in settings;
}

function build({ appId, region, host }: AppSettings): CallAppSettings {
  const builder = new CallAppSettingsBuilder().setAppId(appId).setRegion(region);
  return (host === undefined ? builder : builder.setHost(host)).build();
}
