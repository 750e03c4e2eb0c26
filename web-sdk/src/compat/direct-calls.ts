import type { CallStats } from '../media/stats';
import { CallAppSettings, CallAppSettingsBuilder } from './app-settings';
import { callHistory } from './call-history';
import { CALL_MODE, CallSettings, CallSettingsBuilder } from './call-settings';
import { controls } from './controls';
import { deviceControls } from './device-controls';
import { OngoingCallListener } from './listener';
import { listening } from './listening';
import { MainVideoContainerSetting } from './main-video';
import { page } from './page';
import { session } from './session';
import { PresenterSettings, PresenterSettingsBuilder } from './presenter-settings';
import { setUp } from './set-up';
import { unsupported } from './unsupported';

/** Calls in a web page. Promises reject with a {@link CallException}, except those of `joinSession`. */
export const DirectCalls = /* @__PURE__ */ (() =>
  ({
    CALL_MODE,
    /** The same as `CALL_MODE`. */
    MODE: CALL_MODE,
    CallAppSettings,
    CallAppSettingsBuilder,
    CallSettings,
    CallSettingsBuilder,
    MainVideoContainerSetting,
    OngoingCallListener,
    PresenterSettings,
    PresenterSettingsBuilder,

    ...setUp,
    ...session,
    ...controls,
    ...deviceControls,
    ...listening,
    ...callHistory,
    ...unsupported,

    /** Figures of the running call for finding out why it is poor; `undefined` without a call. */
    async getCallStats(): Promise<CallStats | undefined> {
      return page.active?.call.stats();
    },
  }) as const)();
