// What was said, on its way to the backend: in batches, again and again until it is there, over a reload too.
import { Problem, request } from '../shared/api.js';
import { Backoff } from '../shared/backoff.js';
import { parse } from '../shared/json.js';

const EVERY = 3_000;
const MOST_AT_ONCE = 100;
const MOST_KEPT = 5_000;

export class TranscriptPost {
  #waiting;
  #timer = 0;
  #sending = false;
  #backoff = new Backoff({ first: 1_000, most: 15_000 });

  /** @param token gives the call's ticket, or undefined */
  constructor(callId, token) {
    this.path = `/api/video-calls/${encodeURIComponent(callId)}/transcript`;
    this.name = `optima.transcript.${callId}`;
    this.token = token;
    this.#waiting = this.#kept();
    this.#later(EVERY);
  }

  /** @param line `{id, speaker, text, language?, at}`; the same id is the same line */
  add(line) {
    if (this.#waiting.length < MOST_KEPT && !this.#waiting.some(({ id }) => id === line.id)) {
      this.#waiting.push(line);
      this.#keep();
      this.#later(EVERY);
    }
  }

  /** Sends what there is, at once. */
  async flush() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (this.#sending || this.#waiting.length === 0) {
      return;
    }
    this.#sending = true;
    const lines = this.#waiting.slice(0, MOST_AT_ONCE);
    const passed = await this.#send(lines);
    this.#sending = false;
    if (passed) {
      const done = new Set(lines.map(({ id }) => id));
      this.#waiting = this.#waiting.filter(({ id }) => !done.has(id));
      this.#keep();
      this.#backoff.reset();
    }
    if (this.#waiting.length > 0) {
      this.#later(passed ? 0 : this.#backoff.next());
    }
  }

  // Says whether these lines need no other try: they are there, or are not wanted.
  async #send(lines) {
    try {
      await request('POST', this.path, { body: { lines }, token: this.token(), keepalive: JSON.stringify(lines).length < 50_000 });
      return true;
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
      return !problem.passing;
    }
  }

  #later(time) {
    if (this.#timer === 0 && this.#waiting.length > 0) {
      this.#timer = setTimeout(() => {
        this.#timer = 0;
        this.flush();
      }, time);
    }
  }

  #kept() {
    try {
      const kept = parse(sessionStorage.getItem(this.name) ?? '[]');
      return Array.isArray(kept) ? kept : [];
    } catch {
      return []; // Storage is switched off.
    }
  }

  #keep() {
    try {
      if (this.#waiting.length === 0) {
        sessionStorage.removeItem(this.name);
      } else {
        sessionStorage.setItem(this.name, JSON.stringify(this.#waiting));
      }
    } catch {
      this.name = 'optima.transcript'; // Storage is off or full: what waits is in memory still.
    }
  }
}
