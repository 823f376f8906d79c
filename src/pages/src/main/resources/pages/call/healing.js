// When to try again to reach the other side: soon at first, then more and more patiently, for as long as it takes.
import { Backoff } from '../shared/backoff.js';

const FRESH_EVERY = 4;

export class Healing {
  #timer = 0;
  #attempts = 0;
  #backoff = new Backoff({ first: 3_000, most: 10_000 });

  /** @param act tries once; gets whether it should be a whole new connection this time */
  constructor(act) {
    this.act = act;
  }

  /** Tries in `ms`, instead of whenever it would have; from then on by itself until it rests. */
  soon(ms) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#attempts += 1;
      this.soon(this.#backoff.next());
      this.act(this.#attempts % FRESH_EVERY === 0);
    }, ms);
  }

  /** At once if nothing was tried yet, else when its turn comes. */
  next(first) {
    this.soon(this.#attempts === 0 ? first : this.#backoff.next());
  }

  pause() {
    clearTimeout(this.#timer);
  }

  /** It stands: the next trouble is a new one. */
  rest() {
    this.pause();
    this.#attempts = 0;
    this.#backoff.reset();
  }

  hurry() {
    this.#backoff.reset();
    this.soon(0);
  }
}

/** An offer that was never answered makes room for a new one. The answer may come in this very moment: then there is nothing to take back. */
export async function takeBack(pc) {
  try {
    if (pc.signalingState === 'have-local-offer') {
      await pc.setLocalDescription({ type: 'rollback' });
    }
  } catch (failure) {
    if (failure.name !== 'InvalidStateError') {
      throw failure;
    }
  }
}
