// Lets somebody see and hear before a call that camera and microphone work. Nothing leaves the browser, and all is switched off after.
import { h, say } from '../shared/dom.js';
import { icon } from '../shared/icons.js';

const KEYS = { idle: 'check.idle', ok: 'check.ok', denied: 'check.denied', missing: 'check.missing', busy: 'check.busy', insecure: 'check.insecure' };
const TONES = { idle: '', ok: 'ok', denied: 'bad', missing: 'warn', busy: 'warn', insecure: 'bad' };
const STOP_AFTER = 60_000;

export class DeviceCheck {
  #streams = [];
  #audio = null;
  #frame = 0;
  #timer = 0;

  constructor() {
    this.microphone = h('span', { class: 'chip', testid: 'check-microphone' });
    this.camera = h('span', { class: 'chip', testid: 'check-camera' });
    this.button = h('button', { class: 'btn', testid: 'check', on: { click: () => (this.#streams.length > 0 ? this.stop() : this.#start()) } });
    this.level = h('meter', { class: 'level', min: '0', max: '1', label: 'check.level' });
    this.picture = h('video', { class: 'check-picture', muted: true, playsinline: true, autoplay: true, label: 'check.picture' });
    this.picture.muted = true;
    this.advice = h('p', { class: 'small muted', hidden: true, t: 'check.advice' });
    this.stage = h('div', { class: 'check-stage', hidden: true }, this.picture, h('div', { class: 'grow' }, h('p', { class: 'small muted', t: 'check.say' }), this.level));
    this.element = h('section', { class: 'card', 'aria-labelledby': 'check-title' }, h('h2', { id: 'check-title', t: 'check.title' }),
      h('div', { class: 'row wrap' },
        h('span', { class: 'device' }, icon('mic', 17), h('span', { t: 'check.microphone' }), this.microphone),
        h('span', { class: 'device' }, icon('camera', 17), h('span', { t: 'check.camera' }), this.camera),
         h('span', { class: 'grow' }), this.button),
      this.stage, this.advice);
    this.#mark('microphone', 'idle');
    this.#mark('camera', 'idle');
    say(this.button, 't', 'check.try');
  }

  #mark(kind, state) {
    this[kind].className = `chip ${TONES[state]}`;
    this[kind].dataset.state = state;
    say(this[kind], 't', KEYS[state]);
  }

  async #start() {
    this.button.disabled = true;
    const [sound, picture] = [await open({ audio: true }), await open({ video: { width: { ideal: 640 }, facingMode: 'user' } })];
    this.#mark('microphone', sound.state);
    this.#mark('camera', picture.state);
    this.#streams = [sound.stream, picture.stream].filter(Boolean);
    this.advice.hidden = sound.state === 'ok' && picture.state === 'ok';
    this.picture.srcObject = picture.stream ?? null;
    this.picture.hidden = !picture.stream;
    this.stage.hidden = this.#streams.length === 0;
    this.button.disabled = false;
    say(this.button, 't', this.#streams.length > 0 ? 'check.stop' : 'check.try');
    if (sound.stream) {
      this.#listen(sound.stream);
    }
    this.#timer = setTimeout(() => this.stop(), STOP_AFTER);
  }

  #listen(stream) {
    this.#audio = new AudioContext();
    const analyser = this.#audio.createAnalyser();
    analyser.fftSize = 512;
    this.#audio.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const draw = () => {
      analyser.getFloatTimeDomainData(samples);
      const loudness = Math.sqrt(samples.reduce((sum, s) => sum + s * s, 0) / samples.length);
      this.level.value = Math.min(1, loudness * 5);
      this.#frame = requestAnimationFrame(draw);
    };
    draw();
  }

  /** Lets go of the devices. */
  stop() {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
    this.#audio?.close();
    this.#audio = null;
    this.#streams.flatMap((stream) => stream.getTracks()).forEach((track) => track.stop());
    this.#streams = [];
    this.picture.srcObject = null;
    this.stage.hidden = true;
    say(this.button, 't', 'check.try');
  }
}

const STATES = { NotAllowedError: 'denied', SecurityError: 'denied', NotFoundError: 'missing', OverconstrainedError: 'missing' };

async function open(what) {
  if (!navigator.mediaDevices?.getUserMedia) {
    return { state: 'insecure' };
  }
  try {
    return { state: 'ok', stream: await navigator.mediaDevices.getUserMedia(what) };
  } catch (failure) {
    return { state: STATES[failure.name] ?? 'busy' };
  }
}
