// What the backend is told from inside the room, or from its door: that one is there, and how good it is.
import { every } from './ticks.js';

const QUALITY_EVERY = 5_000;
const TICKS_OF_LIFE = 2;

export class Evidence {
  #ticks = 0;
  #end = null;
  #waiting = false;

  /** @param send gives a message about this call to the line; @param carrier gives what carries the call */
  constructor(send, carrier) {
    this.send = send;
    this.carrier = carrier;
  }

  /** We are in the room. */
  start() {
    this.#waiting = false;
    this.#begin();
  }

  /** We stand before the room, where the provider keeps us until somebody lets us in. */
  wait() {
    this.#waiting = true;
    this.#live();
    this.#begin();
  }

  #begin() {
    this.#end ??= every(QUALITY_EVERY, () => this.#tick());
  }

  stop() {
    this.#end?.();
    this.#end = null;
    this.#ticks = 0;
  }

  #tick() {
    this.#ticks += 1;
    this.#report();
    if (this.#ticks % TICKS_OF_LIFE === 0) {
      this.#live();
    }
  }

  #live() {
    this.send({ type: 'video_call_alive', ...(this.#waiting ? { waiting: true } : {}) });
  }

  // What was measured of a connection that stands; what is not known is left out, and nothing known is nothing told.
  #report() {
    const carrier = this.carrier();
    const known = Object.entries(carrier.report() ?? {}).filter(([, value]) => value !== null);
    if (carrier.isConnected && known.length > 0) {
      this.send({ type: 'video_call_quality', ...Object.fromEntries(known) });
    }
  }
}
