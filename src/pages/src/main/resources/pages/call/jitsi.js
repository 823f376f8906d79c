// A room on a Jitsi server, one's own or Jitsi as a service, in a frame on the stage; steered and heard by Jitsi's IFrame API.
import { Problem } from '../shared/api.js';
import { i18n } from '../shared/i18n.js';
import { h } from '../shared/dom.js';
import { Carrier, othersIn } from './carrier.js';
import { FrameFigures } from './frame-figures.js';
import { JitsiDevices } from './jitsi-devices.js';
import { JitsiFrame } from './jitsi-frame.js';
import { optionsFor } from './jitsi-options.js';
import { part } from './jitsi-parting.js';
import { JitsiRoom } from './jitsi-room.js';
import { loadApi } from './jitsi-script.js';
import { JitsiSeat } from './jitsi-seat.js';

const STEADY_AFTER = 60_000;
// Only these let our page lend the frame its click; elsewhere Jitsi's own button shares the screen.
const LENDS_CLICKS = 'userAgentData' in navigator;
const FAILURES = ['provider_down', 'provider_blocked', 'provider_refused', 'provider_login', 'provider_full', 'not_admitted', 'too_old'];
const OF_RECORDING = ['recording', 'recording_link', 'transcribing', 'chunk'];

export class JitsiCarrier extends Carrier {
  #me = null;
  #call = null;
  #frame = null;
  #seat = null;
  #open = false;
  #closed = false;
  #tries = { token: 0, again: 0 };
  #steady = 0;
  #devices = new JitsiDevices();
  #figures = new FrameFigures();
  name = 'jitsi';

  /** @param entry the way in, and a fresh one */
  constructor({ entry }) {
    super();
    this.entry = entry;
    this.features = entry.way.jitsi.features ?? [];
    this.room = new JitsiRoom(this.features);
    this.box = h('div', { class: 'provider-frame', testid: 'jitsi-frame' });
    this.picture = { element: this.box, draw: () => {}, end: () => {} };
    this.#wire();
  }

  #wire() {
    const pass = (from, types) => types.forEach((type) => from.addEventListener(type, ({ detail }) => !this.#closed && this.tell(type, detail)));
    pass(this.#devices, ['change', 'devices', 'problem', 'solved']);
    pass(this.room, ['change', ...OF_RECORDING]);
    this.room.addEventListener('knocking', () => this.#tellBoth('knocking'));
    this.room.addEventListener('transcribing', () => this.tell('change'));
    this.room.addEventListener('refused', () => this.#tellBoth('problem', { code: 'not_allowed' }));
    this.#figures.addEventListener('stats', () => {
      this.stats = this.#figures.stats;
      this.tell('stats');
    });
  }

  #tellBoth(type, detail) {
    this.tell(type, detail);
    this.tell('change');
  }

  async start() {
    this.script = loadApi(this.entry.way.jitsi.script_url).catch(() => null);
    await this.#devices.open();
    this.#open = true;
    this.tell('change');
    await this.#enter(await this.script);
  }

  async welcome(me) {
    const first = this.#me === null;
    this.#me = me;
    if (first && this.#open) {
      await this.#enter(await this.script);
    }
  }

  take(call) {
    this.#call = call;
  }

  // Each time by a way in that is fresh: a token is good for minutes only.
  async #again() {
    this.#away();
    this.tell('change');
    try {
      const way = await this.entry.again();
      if (!this.#closed && way.jitsi) {
        await this.#enter(await loadApi(way.jitsi.script_url).catch(() => null));
      }
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
      this.#fail('provider_down', '');
    }
  }

  async #enter(Api) {
    if (this.#closed || this.#me === null || this.#frame !== null) {
      return;
    }
    if (Api === null) {
      this.#fail('provider_down', '');
      return;
    }
    const { way } = this.entry;
    const coming = await this.#devices.own();
    if (this.#closed || this.#frame !== null) {
      return;
    }
    const buttons = LENDS_CLICKS ? [] : ['desktop'];
    this.#frame = new JitsiFrame(Api, way.jitsi.domain, optionsFor({ way, name: this.#me.name, language: i18n.language, ...coming, buttons, parentNode: this.box }));
    this.#frame.show(false);
    this.#devices.attend(this.#frame);
    this.room.attend(this.#frame);
    this.#sit(new JitsiSeat(this.#frame, !way.jwt_token, this.#me.name));
    this.tell('change');
  }

  #sit(seat) {
    this.#seat = seat;
    const on = (type, act) => seat.addEventListener(type, ({ detail }) => this.#seat === seat && !this.#closed && act(detail));
    on('joined', (id) => this.#joined(id));
    on('left', () => this.tell('change'));
    on('waits', () => {
      this.#frame.show(seat.waitsFor === 'prejoin');
      this.tell('change');
    });
    on('token', (text) => this.#tryOnce('token', 'provider_refused', text));
    on('again', (text) => this.#tryOnce('again', 'provider_down', text));
    on('failed', ({ code, text }) => this.#fail(code, text));
    on('solved', (code) => this.tell('solved', code));
    on('over', (why) => {
      this.#away();
      this.tell('over', why);
    });
  }

  #joined(id) {
    FAILURES.forEach((code) => this.tell('solved', code));
    this.#frame.show(true);
    this.room.joined(id);
    this.#devices.joined();
    this.#tries.token = 0;
    clearTimeout(this.#steady);
    this.#steady = setTimeout(() => {
      this.#tries.again = 0;
    }, STEADY_AFTER);
    this.tell('change');
  }

  #tryOnce(what, otherwise, text) {
    if (this.#tries[what] > 0) {
      this.#fail(otherwise, text);
    } else {
      this.#tries[what] += 1;
      this.#again();
    }
  }

  // What blocks may open yet; of everything else nothing more is to be expected.
  #fail(code, text) {
    if (code !== 'provider_blocked') {
      this.#away();
    }
    this.tell('problem', { code, text });
    this.tell('change');
  }

  // Out of the room, with nothing left of it.
  #away() {
    clearTimeout(this.#steady);
    this.#seat?.leave();
    this.#frame?.dispose();
    this.#rest();
  }

  #rest() {
    this.#seat = null;
    this.#frame = null;
    this.#devices.rest();
    this.room.rest();
    this.#figures.forget();
  }

  get isReady() {
    return this.#open;
  }

  get isPresent() {
    return this.#seat?.joined ?? false;
  }

  // That the others are there is what they say themselves: Jitsi sees a killed browser only after a minute.
  get isConnected() {
    return this.isPresent && this.others.some(({ present }) => present);
  }

  get waitsFor() {
    return this.#seat?.waitsFor ?? null;
  }

  get others() {
    return othersIn(this.#call, this.#me).map((other) => ({ ...other, remote: { audio: true, video: true, screen: false } }));
  }

  get media() {
    return this.#devices.state;
  }

  get problems() {
    return this.#devices.problems;
  }

  get offers() {
    const inside = this.isPresent;
    const blur = inside && Boolean(this.#frame?.can('setBlurredBackground')) && 'filter' in CanvasRenderingContext2D.prototype;
    return { media: true, screen: LENDS_CLICKS, background: blur, ...(inside ? this.room.offers : { lobby: false, record: false, transcribe: false }) };
  }

  get setting() {
    return { lobby: this.room.lobby, transcribing: this.room.transcribing, background: this.#devices.background };
  }

  get knocking() {
    return this.room.knocking;
  }

  audio(on) {
    this.#devices.audio(on);
  }

  video(on) {
    this.#devices.video(on);
  }

  async screen(on) {
    this.#devices.screen(on);
  }

  background(kind) {
    this.#devices.setBackground(kind);
  }

  lobby(on) {
    this.room.setLobby(on);
  }

  admit(id, yes) {
    this.room.admit(id, yes);
  }

  record(on) {
    this.room.record(on);
  }

  transcribe(on) {
    this.room.transcribe(on);
  }

  frameStats(reading) {
    if (this.isPresent && reading) {
      this.#figures.take(reading);
    }
  }

  async choose(device, id) {
    await this.#devices.choose(device, id);
  }

  async devices() {
    return this.#devices.lists();
  }

  retry(code) {
    if (FAILURES.includes(code)) {
      this.#tries = { token: 0, again: 0 };
      this.tell('solved', code);
      this.#again();
    } else {
      this.#devices.retry();
    }
    return true;
  }

  close(forAll) {
    if (this.#closed) {
      return;
    }
    this.#closed = true;
    clearTimeout(this.#steady);
    if (this.#frame !== null) {
      part(this.#frame, this.#seat, forAll && this.room.isModerator);
    }
    this.#rest();
  }
}
