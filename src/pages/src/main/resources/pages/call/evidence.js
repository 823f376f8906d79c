// What the backend is told from inside the room: that one is there, and how good it is.

const ALIVE_EVERY = 10_000;
const QUALITY_EVERY = 5_000;

export class Evidence {
  #timers = [];

  /** @param send gives a message about this call to the line; @param carrier gives what carries the call */
  constructor(send, carrier) {
    this.send = send;
    this.carrier = carrier;
  }

  start() {
    if (this.#timers.length === 0) {
      this.#timers = [
        setInterval(() => this.send({ type: 'video_call_alive' }), ALIVE_EVERY),
        setInterval(() => this.#report(), QUALITY_EVERY),
      ];
    }
  }

  stop() {
    this.#timers.forEach(clearInterval);
    this.#timers = [];
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
