// What the backend is told from inside the room: that one is there, and how good it is; and the figures behind it, each second.
import { together } from './quality.js';

const ALIVE_EVERY = 10_000;
const QUALITY_EVERY = 5_000;
const STATS_EVERY = 1_000;
const PIXELS = new Set(['width', 'height']);

/** Event: `stats`, each second. */
export class Evidence extends EventTarget {
  #timers = [];
  #decoded = new Map();
  stats = null;

  /** @param send gives a message about this call to the line; @param others gives those in the call, each with its `peer` and its `gauge` */
  constructor(send, others) {
    super();
    this.send = send;
    this.others = others;
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
    const others = this.others();
    await Promise.all(others.map(({ gauge, peer }) => gauge.measure(peer)));
    const measured = others.filter(({ gauge }) => gauge.report !== null);
    const connected = measured.filter(({ peer }) => peer.link === 'connected');
    if (measured.length > 0) {
      this.stats = { ...together((connected.length > 0 ? connected : measured).map(({ gauge }) => gauge.report)), frames_decoded: this.#frames(measured) };
      this.dispatchEvent(new Event('stats'));
    }
  }

  // Since the start, with those of people who have gone.
  #frames(measured) {
    measured.forEach(({ gauge }) => this.#decoded.set(gauge, gauge.report.frames_decoded));
    return [...this.#decoded.values()].reduce((all, frames) => all + frames, 0);
  }

  #report() {
    if (this.stats === null || !this.others().some(({ peer }) => peer.link === 'connected')) {
      return;
    }
    const { rtt, loss, jitter, bitrate, fps, width, height } = this.stats;
    const known = Object.entries({ rtt, loss, jitter, bitrate, fps, width, height }).filter(([name, value]) => value !== null && (value > 0 || !PIXELS.has(name)));
    this.send({ type: 'video_call_quality', ...Object.fromEntries(known) });
  }
}
