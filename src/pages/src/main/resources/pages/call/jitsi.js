// A room on a Jitsi server, one's own or Jitsi as a service, in a frame on the stage; steered and heard by Jitsi's IFrame API.
import { h } from '../shared/dom.js';
import { Carrier, isTogether, othersIn } from './carrier.js';
import { FrameFigures } from './frame-figures.js';
import { JitsiDevices } from './jitsi-devices.js';
import { JitsiRoom } from './jitsi-room.js';
import { loadApi } from './jitsi-script.js';
import { FAILURES, JitsiStay } from './jitsi-stay.js';

// Only these let our page lend the frame its click; elsewhere Jitsi's own button shares the screen.
const LENDS_CLICKS = 'userAgentData' in navigator;
const CAN_BLUR = 'filter' in CanvasRenderingContext2D.prototype;
const NOT_INSIDE = { lobby: false, record: false, transcribe: false };

export class JitsiCarrier extends Carrier {
  #me = null;
  #call = null;
  #open = false;
  #stood = null;
  #devices = new JitsiDevices();
  #figures = new FrameFigures();
  #room;
  #stay;
  name = 'jitsi';

  /** @param entry the way in, and fresh ones */
  constructor({ entry }) {
    super();
    this.entry = entry;
    this.features = entry.way.jitsi.features ?? [];
    this.#room = new JitsiRoom(this.features);
    const box = h('div', { class: 'provider-frame', testid: 'jitsi-frame' });
    this.picture = { element: box, draw: () => {}, end: () => {} };
    this.#stay = new JitsiStay({ entry, box, prepare: (frame) => this.#prepare(frame), coming: () => this.#devices.own(), buttons: LENDS_CLICKS ? [] : ['desktop'] });
    this.#pass(this.#devices, ['change', 'devices', 'problem', 'solved']);
    this.#pass(this.#room, ['change', 'knocking', 'inside', 'away', 'recording', 'recording_link', 'transcribing', 'chunk']);
    this.#pass(this.#stay, ['change', 'problem', 'solved', 'over', 'moved', 'refused']);
    this.#wire();
  }

  #pass(from, types) {
    types.forEach((type) => from.addEventListener(type, ({ detail }) => this.tell(type, detail)));
  }

  #wire() {
    for (const type of ['knocking', 'transcribing']) {
      this.#room.addEventListener(type, () => this.tell('change'));
    }
    this.#room.addEventListener('refused', () => {
      this.tell('problem', { code: 'not_allowed' });
      this.tell('change');
    });
    this.#figures.addEventListener('stats', () => {
      const broke = this.#figures.connected !== this.#stood;
      this.#stood = this.#figures.connected;
      this.stats = this.#figures.stats;
      this.tell('stats');
      if (broke) {
        this.tell('change');
      }
    });
    this.#stay.addEventListener('joined', ({ detail }) => {
      this.#room.joined(detail);
      this.#devices.joined();
    });
    this.#stay.addEventListener('gone', () => {
      this.#devices.rest();
      this.#room.rest();
      this.#figures.forget();
    });
  }

  #prepare(frame) {
    this.#devices.attend(frame);
    this.#room.attend(frame);
  }

  async start() {
    // Fetched meanwhile; whether it came is asked when it is needed.
    loadApi(this.entry.way.jitsi.script_url).catch(() => {});
    await this.#devices.open();
    this.#open = true;
    this.tell('change');
    this.#enter();
  }

  welcome(me) {
    const first = this.#me === null;
    this.#me = me;
    if (first) {
      this.#enter();
    }
  }

  #enter() {
    if (this.#open && this.#me !== null) {
      this.#stay.enter(this.#me);
    }
  }

  take(call) {
    this.#call = call;
  }

  get isReady() {
    return this.#open;
  }

  get isPresent() {
    return this.#stay.isInside;
  }

  // That the others are there is what they say themselves: Jitsi sees a killed browser only after a minute.
  get isConnected() {
    return this.isPresent && isTogether(this.#call, this.others);
  }

  // Out of its room without having left, or with a connection of its frame that broke.
  get network() {
    return this.#stay.wasInside ? this.isPresent && this.#figures.connected !== false : null;
  }

  get relayed() {
    return this.#figures.relayed;
  }

  get waitsFor() {
    return this.#stay.waitsFor;
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
    return { media: true, screen: LENDS_CLICKS, background: CAN_BLUR && inside && this.#stay.frame.can('setBlurredBackground'), ...(inside ? this.#room.offers : NOT_INSIDE) };
  }

  get setting() {
    return { lobby: this.#room.lobby === true, transcribing: this.#room.transcribing, background: this.#devices.background };
  }

  get knocking() {
    return this.#room.knocking;
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
    this.#room.setLobby(on);
  }

  admit(id, yes) {
    this.#room.admit(id, yes);
  }

  record(on) {
    this.#room.record(on);
  }

  transcribe(on) {
    this.#room.transcribe(on);
  }

  frameStats(reading) {
    if (this.isPresent && reading) {
      this.#figures.take(reading);
    }
  }

  report() {
    return this.#figures.report();
  }

  async choose(device, id) {
    await this.#devices.choose(device, id);
    this.tell('happening', { event: 'device_changed', detail: device });
  }

  async devices() {
    return this.#devices.lists();
  }

  retry(code) {
    if (FAILURES.includes(code)) {
      this.tell('solved', code);
      this.#stay.retry();
    } else {
      this.#devices.retry();
    }
    return true;
  }

  close(forAll) {
    this.#stay.close(forAll && this.#room.isModerator, this.#devices.state);
  }
}
