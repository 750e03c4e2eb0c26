import { expect } from 'vitest';
import type { unsupported } from '../../src/compat/unsupported';
import { DirectCalls } from '../../src/index';
import type { Row } from './stage';

/** Without a call nothing happens; in a call the application hears why, and the call goes on. */
function refuses(does: () => void): Row {
  return [
    'says that it is not supported',
    async (stage) => {
      does();
      const onError = stage.hear('onError');
      await stage.join();
      does();
      expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'ERROR_NOT_SUPPORTED' }));
      expect(stage.tiles).toHaveLength(3);
    },
  ];
}

export const UNSUPPORTED_ROWS: Record<keyof typeof unsupported, Row> = {
  startRecording: refuses(() => DirectCalls.startRecording()),
  stopRecording: refuses(() => DirectCalls.stopRecording()),
  openVirtualBackground: refuses(() => DirectCalls.openVirtualBackground()),
  closeVirtualBackground: refuses(() => DirectCalls.closeVirtualBackground()),
  setBackgroundBlur: refuses(() => DirectCalls.setBackgroundBlur(1)),
  setBackgroundImage: refuses(() => DirectCalls.setBackgroundImage('https://a.test/b.png')),
};
