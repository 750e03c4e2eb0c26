import { CallException } from '../core/errors';
import { control } from './page';

/** What CometChat's SDK has and this one has not. An application that calls it keeps running, and `onError` hears why nothing happens. */
export const unsupported = {
  /** Not supported: calls are not recorded. */
  startRecording: () => refuse(NO_RECORDING),
  /** See {@link startRecording}. */
  stopRecording: () => refuse(NO_RECORDING),
  /** Not supported: cameras are shown as they are. */
  openVirtualBackground: () => refuse(NO_BACKGROUND),
  /** See {@link openVirtualBackground}. */
  closeVirtualBackground: () => refuse(NO_BACKGROUND),
  /** See {@link openVirtualBackground}. */
  setBackgroundBlur: (_blurLevel: number) => refuse(NO_BACKGROUND),
  /** See {@link openVirtualBackground}. */
  setBackgroundImage: (_image: unknown) => refuse(NO_BACKGROUND),
} as const;

const NO_RECORDING = 'Recording is not supported.';
const NO_BACKGROUND = 'Virtual backgrounds are not supported.';

function refuse(message: string): void {
  control((active) => active.call.report(new CallException({ code: 'ERROR_NOT_SUPPORTED', message })));
}
