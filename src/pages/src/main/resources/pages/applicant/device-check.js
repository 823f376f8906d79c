// Lets somebody see and hear before a call that all works. Nothing leaves the browser, and all is switched off after.
import { announce, h, say } from '../shared/dom.js';
import { i18n, t } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { lists, remembered } from '../shared/devices.js';
import { advice } from './device-advice.js';
import { DeviceChoice } from './device-choice.js';
import { open, release } from './device-trial.js';
import { Level } from './level.js';
import { SpeakerCheck } from './speaker-check.js';

const STATES = {
  idle: ['', 'check.idle'], ok: ['ok', 'check.ok'], denied: ['bad', 'check.denied'], system: ['bad', 'check.denied'], missing: ['warn', 'check.missing'],
  busy: ['warn', 'check.busy'], insecure: ['bad', 'check.insecure'], unheard: ['warn', 'check.unheard'],
};
const SIGNS = { microphone: ['mic', 'check.microphone'], camera: ['camera', 'check.camera'], speaker: ['sound', 'check.speaker'] };
const STOP_AFTER = 120_000;

export class DeviceCheck {
  #streams = { microphone: null, camera: null };
  #states = {};
  #chips = {};
  #timer = 0;
  #open = false;

  /** @param words other sentences for some keys, where the usual ones do not fit */
  constructor(words = {}) {
    this.words = words;
    this.button = h('button', { class: 'btn', testid: 'check', on: { click: () => (this.#running ? this.stop() : this.start()) } });
    this.choices = { microphone: this.#choice('microphone', 'check.choose_microphone'), camera: this.#choice('camera', 'check.choose_camera') };
    this.level = new Level();
    this.level.addEventListener('silent', () => this.#advise(['check.quiet']));
    this.level.addEventListener('heard', () => this.#advise());
    this.speaker = new SpeakerCheck((state) => this.#mark('speaker', state));
    this.picture = h('video', { class: 'check-picture', playsinline: true, autoplay: true, label: 'check.picture' });
    this.picture.muted = true;
    this.advice = h('ul', { class: 'check-advice', testid: 'check-advice', hidden: true });
    this.stage = this.#stage();
    this.element = h('section', { class: 'card', 'aria-labelledby': 'check-title', testid: 'device-check' },
      h('div', { class: 'row check-head' }, h('h2', { class: 'grow', id: 'check-title', t: 'check.title' }), this.button),
      h('div', { class: 'row wrap check-devices' }, Object.keys(SIGNS).map((kind) => this.#device(kind))),
      this.advice, this.stage);
    Object.keys(SIGNS).forEach((kind) => this.#mark(kind, 'idle'));
    say(this.button, 't', 'check.try');
    navigator.mediaDevices?.addEventListener?.('devicechange', () => this.#open && this.#list());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.stop());
    i18n.addEventListener('change', () => this.#open && this.#list());
  }

  get #running() {
    return this.#open && (this.#streams.microphone !== null || this.#streams.camera !== null);
  }

  #choice(kind, label) {
    return new DeviceChoice(kind, label, (id) => this.#try(kind, id));
  }

  #device(kind) {
    const [sign, key] = SIGNS[kind];
    this.#chips[kind] = h('span', { class: 'chip', testid: `check-${kind}` });
    return h('span', { class: 'device' }, icon(sign, 17), h('span', { t: key }), this.#chips[kind]);
  }

  #stage() {
    this.sound = h('div', { class: 'check-part' }, h('p', { class: 'small muted', t: 'check.say' }), this.level.element);
    return h('div', { class: 'check-stage', hidden: true }, this.picture,
      h('div', { class: 'grow check-parts' }, this.choices.camera.element, this.choices.microphone.element, this.sound, this.speaker.element));
  }

  #mark(kind, state) {
    const [tone, key] = STATES[state];
    this.#states[kind] = state;
    this.#chips[kind].className = `chip ${tone}`;
    this.#chips[kind].dataset.state = state;
    say(this.#chips[kind], 't', key);
    if (this.#open) {
      announce(`${t(SIGNS[kind][1])}: ${t(key)}`);
      this.#advise();
    }
  }

  async start() {
    this.#open = true;
    this.button.disabled = true;
    await this.#try('microphone', remembered('microphone'));
    await this.#try('camera', remembered('camera'));
    this.stage.hidden = !this.#open;
    this.button.disabled = false;
    say(this.button, 't', this.#running ? 'check.stop' : 'check.again');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.stop(), STOP_AFTER);
  }

  async #try(kind, id) {
    release(this.#streams[kind]);
    this.#streams[kind] = null;
    const { state, stream } = await open(kind, id);
    if (!this.#open) {
      release(stream);
      return;
    }
    this.#streams[kind] = stream ?? null;
    stream?.getTracks().forEach((track) => {
      track.onended = () => this.#streams[kind] === stream && this.#try(kind, remembered(kind));
    });
    this.#mark(kind, state);
    this.#show(kind, stream);
    await this.#list();
  }

  #show(kind, stream) {
    if (kind === 'camera') {
      this.picture.srcObject = stream ?? null;
      this.picture.hidden = !stream;
    } else {
      this.sound.hidden = !stream;
      this.level.stop();
      if (stream) {
        this.level.start(stream);
      }
    }
  }

  async #list() {
    const all = (await navigator.mediaDevices?.enumerateDevices?.()) ?? [];
    const used = (kind) => this.#streams[kind]?.getTracks()[0]?.getSettings().deviceId ?? remembered(kind);
    const found = lists(all, { microphone: used('microphone'), camera: used('camera'), speaker: remembered('speaker') });
    this.choices.microphone.draw(this.#streams.microphone ? found.microphones : []);
    this.choices.camera.draw(this.#streams.camera ? found.cameras : []);
    this.speaker.draw(found.speakers);
  }

  #advise(more = []) {
    const { microphone, camera, speaker } = this.#states;
    const usual = [...advice({ microphone, camera }), ...(speaker === 'unheard' || speaker === 'missing' ? ['check.unheard_text'] : []), ...more];
    const keys = usual.map((key) => this.words[key] ?? key);
    this.advice.hidden = keys.length === 0;
    this.advice.replaceChildren(...keys.map((key) => h('li', { t: key, data: { key } })));
  }

  /** Lets go of the devices. */
  stop() {
    this.#open = false;
    clearTimeout(this.#timer);
    this.level.stop();
    this.speaker.stop();
    for (const kind of ['microphone', 'camera']) {
      release(this.#streams[kind]);
      this.#streams[kind] = null;
    }
    this.picture.srcObject = null;
    this.stage.hidden = true;
    say(this.button, 't', 'check.try');
  }
}
