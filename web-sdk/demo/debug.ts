import { type CallException, type CallStats, DirectCalls } from '@direct-call/web-sdk';

/** What tests of the whole suite read on this page. The figures are the SDK's own `getCallStats()`. */
export interface DirectCallDebug {
  stats: () => Promise<CallStats | undefined>;
  /** What the page itself uses. */
  calls: typeof DirectCalls;
  /** Every callback so far, oldest first. */
  events: { name: string; at: number; detail: unknown }[];
  errors: { code: string; message: string; errorCode: string | undefined; details: string | undefined }[];
}

declare global {
  interface Window {
    directCallDebug: DirectCallDebug;
  }
}

const debug: DirectCallDebug = { stats: () => DirectCalls.getCallStats(), calls: DirectCalls, events: [], errors: [] };
window.directCallDebug = debug;

export function noteEvent(name: string, detail: unknown = null): void {
  debug.events.push({ name, at: performance.now(), detail });
}

export function noteError({ code, message, errorCode, details }: CallException): void {
  debug.errors.push({ code, message, errorCode, details });
}
