/** The codes that the guide names. Other failures of the call itself carry one of {@link CallProblem}. */
export type GuideErrorCode =
  | 'INVALID_ARGUMENT_EXCEPTION'
  | 'INVALID_CALL_APP_SETTINGS'
  | 'INVALID_CALL_SETTINGS'
  | 'INVALID_PRESENTER_SETTINGS'
  | 'API_ERROR'
  | 'UNKNOWN_API_ERROR'
  | 'AUTH_ERR_TOKEN_INVALID_SIGNATURE';

/** What can go wrong in the browser during a call. The call goes on unless `onCallEnded` follows. */
export type CallProblem =
  | 'ERROR_MICROPHONE'
  | 'ERROR_CAMERA'
  | 'ERROR_AUDIO_OUTPUT'
  | 'ERROR_SCREEN_SHARE'
  | 'ERROR_MEDIA'
  | 'ERROR_NOT_SUPPORTED'
  | 'ERROR_SESSION_IN_PROGRESS'
  | 'ERROR_REMOVED_FROM_CALL';

export interface CallExceptionFields {
  code: GuideErrorCode | CallProblem;
  message: string;
  /** What exactly was found, for whoever debugs. */
  details?: string;
  /** The server's own code when the error is an answer of the server, such as `ERR_CALL_NOT_A_PART`. */
  errorCode?: string;
  cause?: unknown;
}

/** Every error that the SDK rejects with or hands to `onError`. */
export class CallException extends Error {
  readonly code: GuideErrorCode | CallProblem;
  readonly details: string | undefined;
  readonly errorCode: string | undefined;

  constructor(fields: CallExceptionFields) {
    super(fields.message, { cause: fields.cause });
    this.name = fields.code;
    this.code = fields.code;
    this.details = fields.details;
    this.errorCode = fields.errorCode;
  }
}

/** For arguments that are missing or of the wrong type. */
export function invalidArgument(message: string, details?: string): CallException {
  return new CallException({
    code: 'INVALID_ARGUMENT_EXCEPTION',
    message,
    ...(details === undefined ? {} : { details }),
  });
}

/** The text of whatever was thrown. */
export function reason(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** True when something was given up on purpose by an `AbortSignal`. */
export function isAbort(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError';
}

/** Makes whatever was thrown an error that may be shown. */
export function asCallException(thrown: unknown): CallException {
  if (thrown instanceof CallException) return thrown;
  const details = reason(thrown);
  return new CallException({ code: 'ERROR_MEDIA', message: 'Something failed in the call.', details, cause: thrown });
}
