// What is known of calls. A snapshot counts only if it is newer, so a late or doubled event changes nothing.

const OVER = new Set(['ENDED', 'REJECTED', 'MISSED', 'CANCELLED', 'FAILED']);
const IN_ROOM = new Set(['CONNECTING', 'ACTIVE', 'RECONNECTING']);

export const isOver = (call) => OVER.has(call?.state);
export const isInRoom = (call) => IN_ROOM.has(call?.state);

export class Calls {
  #known = new Map();

  /** Takes a snapshot; says whether it was news. */
  apply(call) {
    const old = this.#known.get(call.call_id);
    if (old && old.version >= call.version) {
      return false;
    }
    this.#known.set(call.call_id, call);
    return true;
  }

  get(callId) {
    return this.#known.get(callId) ?? null;
  }

  /** Calls, the newest first. */
  all() {
    return [...this.#known.values()].sort((a, b) => Date.parse(b.created_at) - Date.parse(a.created_at));
  }
}

/**
 * How long both sides have been together, seconds. A running snapshot's `duration` reaches up to when it was written,
 * so it is taken together with the server's time of its arrival.
 */
export class Length {
  #seconds = 0;
  #since = null;

  /** @param now the server's time when the snapshot came, ms */
  take(call, now) {
    this.#seconds = call.duration ?? 0;
    this.#since = call.together_since ? Math.max(now, Date.parse(call.together_since)) : null;
  }

  at(now) {
    return this.#since === null ? this.#seconds : this.#seconds + Math.max(0, now - this.#since) / 1000;
  }

  get running() {
    return this.#since !== null;
  }
}
