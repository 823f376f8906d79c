// The server's time, as well as this machine can know it: deadlines come from there, and clocks of laptops are wrong.

const OLD = 10 * 60_000;

export class ServerClock {
  #offset = 0;
  #roundTrip = Infinity;
  #at = 0;

  constructor(now = () => Date.now()) {
    this.local = now;
  }

  /** Learns from an answer: `sent` and now are local milliseconds. A quicker round trip knows better; old knowledge fades. */
  learn(serverTime, sent) {
    const received = this.local();
    const roundTrip = Math.max(0, received - sent);
    if (roundTrip <= this.#roundTrip * 1.2 || received - this.#at > OLD) {
      this.#offset = Date.parse(serverTime) - (sent + received) / 2;
      this.#roundTrip = roundTrip;
      this.#at = received;
    }
  }

  /** Milliseconds since the epoch, by the server's clock. */
  now() {
    return this.local() + this.#offset;
  }

  get offset() {
    return this.#offset;
  }
}
