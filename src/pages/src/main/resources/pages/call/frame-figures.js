// The figures of a provider's connection, which only the console can read out of its frame. Without it nothing is known, and nothing is said.
import { compare, figures } from './quality.js';

const GOOD_FOR = 6_000;

/** Event: `stats`, with each reading, and when there have been none for a while. */
export class FrameFigures extends EventTarget {
  #before = null;
  #told = null;
  #timer = 0;
  stats = null;

  /** A reading, as quality.js compares two of them. */
  take(reading) {
    clearTimeout(this.#timer);
    const follows = this.#follows(reading);
    this.stats = compare(follows ? this.#before : null, reading, Boolean(reading.connected));
    this.#before = reading;
    // Of a time without a connection nothing is told.
    if (!follows || !reading.connected || this.#told === null) {
      this.#told = reading;
    }
    this.#timer = setTimeout(() => this.forget(), GOOD_FOR);
    this.dispatchEvent(new Event('stats'));
  }

  /** What was measured since this was asked last; null if nothing was. */
  report() {
    const before = this.#told;
    this.#told = this.#before;
    return before === null || before.at === this.#before.at ? null : figures(before, this.#before);
  }

  /** Whether the frame's connection stands; null if nothing is known of it. */
  get connected() {
    return this.stats === null ? null : Boolean(this.#before.connected);
  }

  /** Whether it goes through a relay. */
  get relayed() {
    return this.stats !== null && this.#before.relayed === true;
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
    this.#told = null;
    if (this.stats !== null) {
      this.stats = null;
      this.dispatchEvent(new Event('stats'));
    }
  }
}
