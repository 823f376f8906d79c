// The ring: two soft notes, a pause, again. Made by Web Audio, so nothing has to be loaded when it has to ring.

const NOTES = [[659.25, 0, 0.42], [523.25, 0.4, 0.75], [659.25, 1.05, 0.42], [523.25, 1.45, 0.75]];
const EVERY = 3.4;

export class Tone extends EventTarget {
  #audio = null;
  #timer = 0;
  #playing = [];
  #wanted = false;
  #mine = false;

  /** @param tabs says which of several tabs may sound */
  constructor(tabs) {
    super();
    this.tabs = tabs;
    const unlock = () => this.unlock();
    for (const type of ['pointerdown', 'keydown', 'touchend']) {
      addEventListener(type, unlock, { capture: true, passive: true });
    }
  }

  /** The browser would let a sound be heard. Until someone has touched the page, it may not. */
  get allowed() {
    return this.#audio?.state === 'running';
  }

  /** Makes sound possible; works inside a click or a key press. */
  async unlock() {
    if (this.allowed) {
      return;
    }
    try {
      this.#audio ??= new AudioContext();
      this.#audio.onstatechange ??= () => this.#changed();
      await this.#audio.resume();
    } catch {
      this.#audio = null; // No sound device or no Web Audio: the ring is seen instead.
    }
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
    this.#claim();
  }

  start() {
    if (this.#wanted) {
      return;
    }
    this.#wanted = true;
    if (navigator.userActivation?.hasBeenActive ?? true) {
      this.unlock();
    }
    this.#claim();
  }

  // Only a tab that may be heard asks to be the one that sounds.
  #claim() {
    if (this.#wanted && this.allowed && !this.#mine) {
      this.#mine = true;
      this.tabs.sound(() => this.#round());
    }
  }

  /** Lets one hear what a ring sounds like. */
  async sample() {
    await this.unlock();
    if (this.allowed && this.#playing.length === 0) {
      this.#play();
      setTimeout(() => {
        if (!this.#wanted) {
          this.#playing = [];
        }
      }, EVERY * 1_000);
    }
  }

  /** Silence, at once. */
  stop() {
    this.#wanted = false;
    this.#mine = false;
    this.tabs.quiet();
    clearTimeout(this.#timer);
    this.#playing.forEach((note) => note.stop());
    this.#playing = [];
  }

  get sounding() {
    return this.#playing.length > 0;
  }

  #round() {
    if (!this.#wanted || !this.allowed) {
      return;
    }
    this.#play();
    this.#timer = setTimeout(() => this.#round(), EVERY * 1000);
  }

  #play() {
    this.#playing = NOTES.map(([frequency, at, lasts]) => this.#note(frequency, this.#audio.currentTime + 0.03 + at, lasts));
  }

  #note(frequency, at, lasts) {
    const volume = this.#audio.createGain();
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(0.16, at + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.001, at + lasts);
    volume.connect(this.#audio.destination);
    const note = this.#audio.createOscillator();
    note.type = 'triangle';
    note.frequency.value = frequency;
    note.connect(volume);
    note.start(at);
    note.stop(at + lasts);
    return note;
  }
}
