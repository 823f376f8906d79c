// REST: JSON in, JSON out; a refusal is a Problem with a stable code.

import { parse } from './json.js';

/** Why a request was refused. `code` is the backend's, or `unreachable` if there was no answer. */
export class Problem extends Error {
  constructor(status, code, body = {}) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
    this.body = body;
  }

  /** Worth another try: the server is not there, or says so itself. */
  get passing() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** Sends a request; `token` is for a call ticket, everything else is known by the cookie; `keepalive` sends it though the page goes. */
export async function request(method, path, { body, token, timeout = 10_000, keepalive = false } = {}) {
  let response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      keepalive,
      signal: AbortSignal.timeout?.(timeout),
      headers: {
        Accept: 'application/json, application/problem+json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Problem(0, 'unreachable');
  }
  const text = await textOf(response);
  if (!response.ok) {
    throw problemOf(response.status, text);
  }
  return parse(text);
}

// An answer that was cut off in the middle is none. A refusal says enough by its status.
async function textOf(response) {
  try {
    return await response.text();
  } catch {
    if (response.ok) {
      throw new Problem(0, 'unreachable');
    }
    return '';
  }
}

/** The problem that an answer tells, whoever wrote it. */
export function problemOf(status, text) {
  const answer = parse(text);
  return new Problem(status, answer?.code ?? (status >= 500 ? 'unavailable' : 'invalid'), answer ?? {});
}
