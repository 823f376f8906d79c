// Waiting before the next attempt: doubling, with a ceiling, and jittered so that many clients do not come back at once.

export class Backoff {
  #attempt = 0;

  constructor({ first = 500, most = 8_000, random = Math.random } = {}) {
    this.first = first;
    this.most = most;
    this.random = random;
  }

  /** Milliseconds to wait now: between half of the step and the whole of it. */
  next() {
    const step = Math.min(this.most, this.first * 2 ** Math.min(this.#attempt, 20));
    this.#attempt += 1;
    return Math.round(step / 2 + (step / 2) * this.random());
  }

  reset() {
    this.#attempt = 0;
  }
}
