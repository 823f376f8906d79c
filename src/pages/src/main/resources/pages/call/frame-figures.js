// The figures of a provider's connection, which only the console can read out of its frame. Without it nothing is known, and nothing is said.
import { compare } from './quality.js';

const GOOD_FOR = 6_000;

/** Event: `stats`, with each reading, and when there have been none for a while. */
export class FrameFigures extends EventTarget {
  #before = null;
  #timer = 0;
  stats = null;

  /** A reading, as quality.js compares two of them. */
  take(reading) {
    clearTimeout(this.#timer);
    this.stats = compare(this.#follows(reading) ? this.#before : null, reading, Boolean(reading.connected));
    this.#before = reading;
    this.#timer = setTimeout(() => this.forget(), GOOD_FOR);
    this.dispatchEvent(new Event('stats'));
  }

  // Over another connection (directly, or over the bridge) everything is counted anew.
  #follows(reading) {
    const before = this.#before;
    return before !== null && reading.at > before.at && reading.received >= before.received && reading.decoded >= before.decoded;
  }

  /** Nothing is known any more. */
  forget() {
    clearTimeout(this.#timer);
    this.#before = null;
    if (this.stats !== null) {
      this.stats = null;
      this.dispatchEvent(new Event('stats'));
    }
  }
}
