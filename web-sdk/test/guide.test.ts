// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { DirectCall as CometChat, DirectCalls as CometChatCalls } from '../src/index';

it('the sample of the guide compiles and builds its settings', () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const defaultLayout = true;
  const audioOnly = false;

  const callSettings = new CometChatCalls.CallSettingsBuilder()
    .enableDefaultLayout(defaultLayout)
    .setIsAudioOnlyCall(audioOnly)
    .setMode(CometChat.CALL_MODE.SPOTLIGHT)
    .setCallListener(
      new CometChatCalls.OngoingCallListener({
        onUserListUpdated: (userList) => {
          console.log('user list:', userList);
        },
        onCallEnded: () => {
          console.log('Call ended');
        },
        onError: (error) => {
          console.log('Error :', error);
        },
        onMediaDeviceListUpdated: (deviceList) => {
          console.log('Device List:', deviceList);
        },
        onUserMuted: (event) => {
          console.log('Listener => onUserMuted:', { userMuted: event.muted, userMutedBy: event.mutedBy });
        },
        onScreenShareStarted: () => {
          console.log('Screen sharing started.');
        },
        onScreenShareStopped: () => {
          console.log('Screen sharing stopped.');
        },
        onCallSwitchedToVideo: (event) => {
          console.log('call switched to video:', {
            sessionId: event.sessionId,
            callSwitchInitiatedBy: event.initiator,
            callSwitchAcceptedBy: event.responder,
          });
        },
        onUserJoined: (user) => console.log('event => onUserJoined', user),
        onUserLeft: (user) => console.log('event => onUserLeft', user),
      }),
    )
    .build();
  callSettings.values.listener?.onCallEnded?.();

  expect(log).toHaveBeenCalledWith('Call ended');
});
