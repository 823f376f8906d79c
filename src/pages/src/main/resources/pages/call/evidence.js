// What the backend is told from inside the room: that one is there, and how good it is.

const ALIVE_EVERY = 10_000;
const QUALITY_EVERY = 5_000;
const PIXELS = new Set(['width', 'height']);

export class Evidence {
  #timers = [];

  /** @param send gives a message about this call to the line; @param carrier gives what carries the call, with its `stats` */
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

  #report() {
    const { stats, isConnected } = this.carrier();
    if (stats === null || !isConnected) {
      return;
    }
    const { rtt, loss, jitter, bitrate, fps, width, height } = stats;
    const known = Object.entries({ rtt, loss, jitter, bitrate, fps, width, height }).filter(([name, value]) => value !== null && (value > 0 || !PIXELS.has(name)));
    this.send({ type: 'video_call_quality', ...Object.fromEntries(known) });
  }
}
