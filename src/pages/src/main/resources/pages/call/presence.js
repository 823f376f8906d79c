// Where we are, as the backend is told: in the carrier's room, at its door, or away; and what shows that we still are.
import { Evidence } from './evidence.js';

export class Presence {
  #told = 'away';
  #evidence;

  /** @param line to the backend; @param carrier gives what carries the call; @param entered hears that the backend was told that we are inside */
  constructor(line, carrier, entered = () => {}) {
    this.line = line;
    this.carrier = carrier;
    this.entered = entered;
    this.#evidence = new Evidence(({ type, ...more }) => line.say(type, more), carrier);
  }

  /** Tells where we are, if that is news. @param speaks whether the backend knows who we are, and the call goes on for us */
  follow(speaks) {
    const place = speaks ? this.#place : 'away';
    if (place !== this.#told) {
      this.#told = place;
      this.tell();
    }
  }

  // The backend is told that we are there when we are in the carrier's room, or wait at its door; and no longer when we are not.
  get #place() {
    const { isPresent, waitsFor } = this.carrier();
    if (isPresent) {
      return 'inside';
    }
    return waitsFor === 'lobby' ? 'door' : 'away';
  }

  /** Tells it, perhaps once more. */
  tell() {
    if (this.#told === 'away') {
      this.stop();
    } else if (this.#told === 'door') {
      this.#evidence.wait();
    } else if (this.line.say('video_call_joined')) {
      this.carrier().announce();
      this.#evidence.start();
      this.entered();
    }
  }

  /** The line is a new one, on which nothing was told yet. */
  forget() {
    this.#told = 'away';
  }

  stop() {
    this.#evidence.stop();
  }
}
