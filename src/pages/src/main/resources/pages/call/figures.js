// The figures of our own connections, each second.
import { together, worst } from './quality.js';

const EVERY = 1_000;

/** Event: `stats`, each second. */
export class Figures extends EventTarget {
  #timer = 0;
  #decoded = new Map();
  stats = null;

  /** @param others gives those in the call, each with its `peer`, its `gauge`, and what it sends (`remote`) */
  constructor(others) {
    super();
    this.others = others;
  }

  start() {
    if (this.#timer === 0) {
      this.#timer = setInterval(() => this.#measure(), EVERY);
    }
  }

  stop() {
    clearInterval(this.#timer);
    this.#timer = 0;
  }

  /** What was measured since it was taken last, of those who are connected; null if nothing was. */
  take() {
    const taken = this.others().map(({ gauge, peer }) => ({ peer, figures: gauge.take() }));
    return worst(taken.filter(({ peer, figures }) => peer.link === 'connected' && figures !== null).map(({ figures }) => figures));
  }

  /** Whether the way to somebody goes through a relay. */
  get relayed() {
    return this.others().some(({ gauge }) => gauge.relayed === true);
  }

  async #measure() {
    const others = this.others();
    await Promise.all(others.map(({ gauge, peer, remote }) => gauge.measure(peer, remote)));
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
}
