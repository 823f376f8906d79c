// What is being recorded, kind by kind, as the media server says it; and what is to be thought of it after a while outside of its room.

const TRANSCRIPTION = 'transcription';
const SAID_AGAIN_WITHIN = 5_000;

export class RecordingRuns {
  #kinds = new Map();
  #unknown = new Set();
  #away = false;
  #timer = 0;
  file = false;
  transcription = false;

  /** @param changed is told a mode (`file` or `transcription`) and whether it runs now */
  constructor(changed) {
    this.changed = changed;
  }

  get any() {
    return this.file || this.transcription;
  }

  /** The media server says whether this kind runs. Of a transcription it says too that no stream is on, so each kind is kept apart. */
  heard(kind, on) {
    // Every frame begins with the words that nothing is transcribed, before it knows.
    if (this.#away && kind === TRANSCRIPTION && !on) {
      return;
    }
    this.#unknown.delete(kind);
    this.#kinds.set(kind, on);
    this.#look();
  }

  #look() {
    const running = [...this.#kinds].filter(([, on]) => on).map(([kind]) => kind);
    this.#be('file', running.some((kind) => kind !== TRANSCRIPTION));
    this.#be('transcription', running.includes(TRANSCRIPTION));
  }

  #be(mode, on) {
    if (this[mode] !== on) {
      this[mode] = on;
      this.changed(mode, on);
    }
  }

  /** We are out of the room: what ran there may go on, or stop unheard. */
  away() {
    clearTimeout(this.#timer);
    this.#away = true;
    this.#kinds.forEach((on, kind) => on && this.#unknown.add(kind));
  }

  /** We are in it again: what still runs is said again, and what is not has stopped. */
  inside() {
    clearTimeout(this.#timer);
    this.#away = false;
    if (this.#unknown.size > 0) {
      this.#timer = setTimeout(() => this.#stopUnknown(), SAID_AGAIN_WITHIN);
    }
  }

  #stopUnknown() {
    this.#unknown.forEach((kind) => this.#kinds.set(kind, false));
    this.#unknown.clear();
    this.#look();
  }

  /** Nothing runs, and nothing is told of that. */
  clear() {
    clearTimeout(this.#timer);
    this.#kinds.clear();
    this.#unknown.clear();
    this.file = this.transcription = false;
  }
}
