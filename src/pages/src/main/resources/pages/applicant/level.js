// How loud a microphone is, shown as a bar; notices when nothing at all is heard.
import { h } from '../shared/dom.js';

const SILENCE_AFTER = 6_000;
const AUDIBLE = 0.004;

/** Events: `silent` when nothing was heard for a while, `heard` at the first sound after. */
export class Level extends EventTarget {
  #audio = null;
  #frame = 0;
  #heardAt = 0;
  #silent = false;

  constructor() {
    super();
    this.element = h('meter', { class: 'level', min: '0', max: '1', label: 'check.level', testid: 'check-level' });
  }

  start(stream) {
    this.stop();
    this.#audio = new AudioContext();
    const analyser = this.#audio.createAnalyser();
    analyser.fftSize = 512;
    this.#audio.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    this.#heardAt = performance.now();
    const draw = () => {
      analyser.getFloatTimeDomainData(samples);
      this.#take(Math.sqrt(samples.reduce((sum, s) => sum + s * s, 0) / samples.length));
      this.#frame = requestAnimationFrame(draw);
    };
    draw();
  }

  #take(loudness) {
    // Falls slowly, so that a word is seen.
    this.element.value = Math.max(Math.min(1, loudness * 5), this.element.value * 0.92);
    const now = performance.now();
    if (loudness > AUDIBLE) {
      this.#heardAt = now;
      this.#say(false);
    } else if (now - this.#heardAt > SILENCE_AFTER) {
      this.#say(true);
    }
  }

  #say(silent) {
    if (silent !== this.#silent) {
      this.#silent = silent;
      this.dispatchEvent(new Event(silent ? 'silent' : 'heard'));
    }
  }

  stop() {
    cancelAnimationFrame(this.#frame);
    this.#audio?.close();
    this.#audio = null;
    this.#silent = false;
    this.element.value = 0;
  }
}
