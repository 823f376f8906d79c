// How well the connection to one person goes, and how large our picture is sent to them by that.
import { TOP, climb } from './ladder.js';
import { compare, read } from './quality.js';

export class Gauge {
  #reading = null;
  #decodedBefore = 0;
  #rung = TOP;
  /** As `compare` says it; null before the first reading. */
  report = null;

  /** Reads a connection; once a second. */
  async measure(peer) {
    const { pc } = peer;
    if (!pc) {
      return;
    }
    const reading = read(await pc.getStats(), performance.now());
    const before = this.#reading?.pc === pc ? this.#reading : null;
    if (before === null) {
      this.#decodedBefore += this.#reading?.decoded ?? 0;
    }
    const report = compare(before, reading, peer.link === 'connected');
    this.report = { ...report, frames_decoded: report.frames_decoded + this.#decodedBefore };
    this.#reading = { ...reading, pc };
    this.#rung = climb(this.#rung, reading.sent);
    peer.resize(this.#rung.step);
  }
}
