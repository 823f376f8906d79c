// Whether a frame still lives: one that crashed says nothing of it.

const EVERY = 15_000;
const MISSED = 3;

export class JitsiPulse {
  #timer = 0;
  #missed = 0;

  /** Looks after a frame until it stops; `dead` is told once. */
  watch(frame, dead) {
    this.stop();
    this.#timer = setInterval(async () => {
      const answered = (await frame.ask('isAudioMuted')) !== undefined;
      this.#missed = answered ? 0 : this.#missed + 1;
      if (this.#missed === MISSED && !frame.gone) {
        this.stop();
        dead();
      }
    }, EVERY);
  }

  stop() {
    clearInterval(this.#timer);
    this.#missed = 0;
  }
}
