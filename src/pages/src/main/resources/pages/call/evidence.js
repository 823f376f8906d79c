// What the backend is told from inside the room: that one is there, and how good it is; and the figures behind it, each second;
// by them our own picture is made as large as it can be.
import { TOP, climb } from './ladder.js';
import { compare, read } from './quality.js';

const ALIVE_EVERY = 10_000;
const QUALITY_EVERY = 5_000;
const STATS_EVERY = 1_000;
const PIXELS = new Set(['width', 'height']);

/** Event: `stats`, each second. */
export class Evidence extends EventTarget {
  #timers = [];
  #reading = null;
  #decodedBefore = 0;
  #rung = TOP;
  stats = null;

  /** @param send gives a message about this call to the line; @param peer gives the connection to the other side */
  constructor(send, peer) {
    super();
    this.send = send;
    this.peer = peer;
  }

  start() {
    if (this.#timers.length === 0) {
      this.#timers = [
        setInterval(() => this.send({ type: 'video_call_alive' }), ALIVE_EVERY),
        setInterval(() => this.#report(), QUALITY_EVERY),
        setInterval(() => this.#measure(), STATS_EVERY),
      ];
    }
  }

  stop() {
    this.#timers.forEach(clearInterval);
    this.#timers = [];
  }

  async #measure() {
    const pc = this.peer()?.pc;
    if (!pc) {
      return;
    }
    const reading = read(await pc.getStats(), performance.now());
    const before = this.#reading?.pc === pc ? this.#reading : null;
    if (before === null) {
      this.#decodedBefore += this.#reading?.decoded ?? 0;
    }
    const report = compare(before, reading, this.peer()?.link === 'connected');
    this.stats = { ...report, frames_decoded: report.frames_decoded + this.#decodedBefore };
    this.#reading = { ...reading, pc };
    this.#rung = climb(this.#rung, reading.sent);
    this.peer()?.resize(this.#rung.step);
    this.dispatchEvent(new Event('stats'));
  }

  #report() {
    if (this.stats === null || this.peer()?.link !== 'connected') {
      return;
    }
    const { rtt, loss, jitter, bitrate, fps, width, height } = this.stats;
    const known = Object.entries({ rtt, loss, jitter, bitrate, fps, width, height }).filter(([name, value]) => value !== null && (value > 0 || !PIXELS.has(name)));
    this.send({ type: 'video_call_quality', ...Object.fromEntries(known) });
  }
}
