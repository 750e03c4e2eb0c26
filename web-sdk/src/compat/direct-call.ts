import { CALL_MODE } from './call-settings';
import { incomingCalls } from './incoming-calls';
import { loggedIn } from './logged-in-user';
import { CallListener } from './ring-listeners';
import { ringing } from './ringing';
import { Call, CALL_STATUS, CALL_TYPE, RECEIVER_TYPE } from './ringing-call';

/** The part of a chat SDK that calling code refers to: calls that ring. */
export const DirectCall = /* @__PURE__ */ (() =>
  ({
    CALL_MODE,
    CALL_TYPE,
    CALL_STATUS,
    RECEIVER_TYPE,
    Call,
    CallListener,
    ...loggedIn,
    ...ringing,
    ...incomingCalls,
  }) as const)();
