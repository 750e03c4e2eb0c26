import { CallException, isAbort, reason } from '../core/errors';

export interface ApiRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
  signal?: AbortSignal;
  /** Lets the request outlive the page. */
  keepalive?: boolean;
}

interface ErrorAnswer {
  error?: { code?: string; message?: string; devMessage?: string };
}

/** An answer of the server that is not a success. Keeps the HTTP status, which decides whether trying again makes sense. */
export class ApiError extends CallException {
  readonly status: number;

  constructor(status: number, answer: ErrorAnswer) {
    const { code, message, devMessage } = answer.error ?? {};
    const badToken = code === 'AUTH_ERR_TOKEN_INVALID_SIGNATURE';
    super({
      code: badToken ? 'AUTH_ERR_TOKEN_INVALID_SIGNATURE' : 'API_ERROR',
      message: message ?? `The server answered with status ${status}.`,
      ...(devMessage === undefined ? {} : { details: devMessage }),
      ...(code === undefined ? {} : { errorCode: code }),
    });
    this.status = status;
  }
}

/** True when the same request may work later: the network, an overloaded or restarting server. */
export function isPassing(error: unknown): boolean {
  if (error instanceof ApiError) return error.status === 429 || error.status >= 500;
  return error instanceof CallException && error.code === 'UNKNOWN_API_ERROR';
}

/** Sends one request and gives the `data` of the answer; throws {@link CallException}, or the abort of `signal`. */
export async function send<T>(base: string, request: ApiRequest): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json', ...request.headers };
  const init: RequestInit = { method: request.method, headers };
  if (request.body !== undefined) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(request.body);
  }
  if (request.signal !== undefined) init.signal = request.signal;
  if (request.keepalive === true) init.keepalive = true;
  const response = await reach(() => fetch(base + request.path, init));
  const text = await reach(() => response.text());
  const json = parse(text);
  if (!response.ok) throw new ApiError(response.status, json ?? {});
  return (json as { data?: T } | undefined)?.data as T;
}

async function reach<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (thrown) {
    if (isAbort(thrown)) throw thrown;
    throw new CallException({
      code: 'UNKNOWN_API_ERROR',
      message: 'The server could not be reached. Check the internet connection and the host in the app settings.',
      details: reason(thrown),
      cause: thrown,
    });
  }
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's HTML page, for one: the status says enough.
    return undefined;
  }
}
