// What the backend is told of devices and networks, for the timeline of the call: each change once, and only when it lasts.

const SETTLES_AFTER = 1_000;
const NOT_AGAIN_WITHIN = 5_000;
const LONGEST_AGO = 600_000;
const MOST = 300;

const STATES = {
  audio: ['microphone_on', 'microphone_off'],
  camera: ['camera_on', 'camera_off'],
  screen: ['sharing_started', 'sharing_stopped'],
  network: ['network_back', 'network_lost'],
  line: ['online', 'offline'],
};

/** Debounces, and keeps what cannot be said while the line is down: it is said later, with how long ago it was. */
export class Happenings {
  #said = new Map();
  #settling = new Map();
  #noted = new Map();
  #waiting = [];
  #count = 0;

  /** @param send gives a message to the line, and says whether it went out; @param now the time, ms */
  constructor(send, now = () => performance.now()) {
    this.send = send;
    this.now = now;
  }

  /**
   * Something of two states is so now; it is told if it stays so for a second.
   *
   * @param what `audio`, `camera`, `screen`, `network` or `line`
   * @param untold the state that goes without saying
   */
  is(what, on, untold = undefined) {
    if (!this.#said.has(what) && untold !== undefined) {
      this.#said.set(what, untold);
    }
    const settling = this.#settling.get(what);
    if (settling?.on === on) {
      return;
    }
    clearTimeout(settling?.timer);
    this.#settling.delete(what);
    if (this.#said.get(what) !== on) {
      const at = this.now();
      this.#settling.set(what, { on, timer: setTimeout(() => this.#settle(what, on, at), SETTLES_AFTER) });
    }
  }

  #settle(what, on, at) {
    this.#settling.delete(what);
    this.#said.set(what, on);
    this.#tell({ event: STATES[what][on ? 0 : 1], at });
  }

  /** Something is so and goes without saying: what is told of it is told elsewhere. */
  knows(what, on) {
    clearTimeout(this.#settling.get(what)?.timer);
    this.#settling.delete(what);
    this.#said.set(what, on);
  }

  /** How something of two states was told last. */
  last(what) {
    return this.#said.get(what);
  }

  /** Something happened; the same within five seconds happened once. */
  note(event, detail = null) {
    const key = `${event} ${detail ?? ''}`;
    const at = this.now();
    if (at - (this.#noted.get(key) ?? -Infinity) < NOT_AGAIN_WITHIN) {
      return;
    }
    this.#noted.set(key, at);
    this.#tell({ event, at, ...(detail === null ? {} : { detail: String(detail).slice(0, 100) }) });
  }

  #tell(happening) {
    if (this.#count < MOST) {
      this.#count += 1;
      this.#waiting.push(happening);
      this.flush();
    }
  }

  /** Says what waits, in its order; to be asked again when the line stands. */
  flush() {
    while (this.#waiting.length > 0) {
      const { at, ...what } = this.#waiting[0];
      const ago = Math.round(Math.min(LONGEST_AGO, this.now() - at));
      if (!this.send({ type: 'video_call_event', ...what, ...(ago > 0 ? { ago } : {}) })) {
        return;
      }
      this.#waiting.shift();
    }
  }

  /** The call is over for us: what has not settled never will. */
  close() {
    this.#settling.forEach(({ timer }) => clearTimeout(timer));
    this.#settling.clear();
    this.#waiting = [];
  }
}
