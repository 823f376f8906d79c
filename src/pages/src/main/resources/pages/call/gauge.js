// How well the connection to one person goes, and how large our picture is sent to them by that.
import { TOP, climb } from './ladder.js';
import { compare, figures, read } from './quality.js';

export class Gauge {
  #reading = null;
  #told = null;
  #decodedBefore = 0;
  #rung = TOP;
  /** As `compare` says it; null before the first reading. */
  report = null;
  /** Whether it goes through a relay; null as long as it is not known. */
  relayed = null;

  /** Reads a connection; once a second. @param sends what they say they send; null if they said nothing */
  async measure(peer, sends) {
    const { pc } = peer;
    if (!pc) {
      return;
    }
    const reading = { ...read(await pc.getStats(), performance.now()), pc, sends };
    const connected = peer.link === 'connected';
    const before = this.#reading?.pc === pc ? this.#reading : null;
    if (before === null) {
      this.#decodedBefore += this.#reading?.decoded ?? 0;
    }
    const report = compare(before, reading, connected);
    this.report = { ...report, frames_decoded: report.frames_decoded + this.#decodedBefore };
    this.#reading = reading;
    // Of a time without a connection nothing is told.
    if (!connected || this.#told?.pc !== pc) {
      this.#told = reading;
    }
    this.relayed = connected ? reading.relayed : null;
    this.#rung = climb(this.#rung, reading.sent);
    peer.resize(this.#rung.step);
  }

  /** The figures since they were taken last; null if nothing was measured since. */
  take() {
    const before = this.#told;
    this.#told = this.#reading;
    return before === null || before.at === this.#reading.at ? null : figures(before, this.#reading);
  }
}
