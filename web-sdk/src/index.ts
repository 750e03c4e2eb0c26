export { DirectCall } from './compat/direct-call';
export { DirectCalls } from './compat/direct-calls';

export { type RingStatus } from './api/ringing-api';
export { type CallType } from './api/wire';
export { type CallLogRequest, type CallLogRequestBuilder } from './compat/call-history';
export { type CallGroup, type CallLog, type CallUser, type Participant } from './compat/call-log';
export { type CallEvents } from './compat/call-events';
export { type CallAppSettings, type CallAppSettingsBuilder } from './compat/app-settings';
export { type CallMode, type CallSettings, type CallSettingsBuilder } from './compat/call-settings';
export {
  type AudioMode,
  type CallCallbacks,
  type CallListener,
  type MediaDeviceList,
  type MutedEvent,
  type SwitchedToVideoEvent,
} from './compat/listener';
export { type LoggedInUser } from './compat/logged-in-user';
export { type MainVideoContainerSetting } from './compat/main-video';
export { type RingCallbacks } from './compat/ring-listeners';
export { type Call } from './compat/ringing-call';
export { type CallParticipant } from './compat/users';
export { type PresenterSettings, type PresenterSettingsBuilder } from './compat/presenter-settings';
export { type JoinResult } from './compat/session';
export { type Layout, type SessionSettings } from './compat/session-settings';
export { type AppSettings } from './compat/set-up';
export { CallException, type CallExceptionFields, type CallProblem, type GuideErrorCode } from './core/errors';
export { type AspectRatio, type Position } from './ui/main-look';
export { type LocalizedStrings } from './ui/texts';
export { type CallStats, type RemoteStats, type SentStats, type TrackStats } from './media/stats';
