import { CALL_MODE } from './call-settings';

/** The part of a chat SDK that calling code refers to. */
export const DirectCall = { CALL_MODE } as const;
