/** An answer that is not a success. */
export class RequestError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Asks the server for JSON; the API's errors come with a message that says what to change. */
export async function request<T>(path: string, init: RequestInit = {}, accepted: number[] = []): Promise<T> {
  const response = await fetch(path, init);
  const body = (await response.json().catch(() => ({}))) as T & { error?: { message?: string } };
  if (response.ok || accepted.includes(response.status)) return body;
  throw new RequestError(response.status, body.error?.message ?? `${path} answered with status ${response.status}.`);
}
