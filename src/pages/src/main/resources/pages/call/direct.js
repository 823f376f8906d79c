// The built-in provider: our own devices, a connection to each of the others, and what is measured of them.
import { remember, remembered } from '../shared/devices.js';
import { Carrier } from './carrier.js';
import { Figures } from './figures.js';
import { Media } from './media.js';
import { Mesh } from './mesh.js';
import { Tiles } from './tiles.js';

// Somebody who thinks about the camera question is in the call meanwhile; the backend waits 30 s for both.
const ASKED_LONG_ENOUGH = 8_000;
const ICE_GIVES_UP = 20_000;

export class DirectCarrier extends Carrier {
  #ready = false;
  #closed = false;
  #iceTimer = 0;
  #mesh = null;
  #media = new Media();
  #figures = new Figures(() => this.others);
  name = 'direct';

  /**
   * @param callId whose signals they are
   * @param entry has the ICE servers
   * @param send gives a message to the line
   * @param stranger is told that somebody is here of whom the line has not told yet
   */
  constructor({ callId, entry, send, stranger }) {
    super();
    this.callId = callId;
    this.entry = entry;
    this.send = send;
    this.stranger = stranger;
    this.picture = new Tiles();
    this.#wire();
  }

  #wire() {
    this.#media.addEventListener('track', ({ detail }) => this.#mesh?.replace(detail.kind, detail.track));
    this.#media.addEventListener('change', () => {
      this.#mesh?.tell();
      this.tell('change');
    });
    this.#media.addEventListener('problem', ({ detail }) => this.tell('problem', detail));
    this.#media.addEventListener('solved', ({ detail }) => this.tell('solved', detail));
    this.#media.addEventListener('devices', () => this.tell('devices'));
    this.#media.addEventListener('replaced', ({ detail }) => this.tell('happening', { event: 'device_changed', detail }));
    this.#figures.addEventListener('stats', () => {
      this.stats = this.#figures.stats;
      this.picture.quality(this.others);
      this.tell('stats');
    });
    this.online = () => this.#mesh?.restart();
    addEventListener('online', this.online);
  }

  async start() {
    const speaker = remembered('speaker');
    if (speaker) {
      this.#speaker(speaker);
    }
    await Promise.race([this.#media.open(), new Promise((resolve) => setTimeout(resolve, ASKED_LONG_ENOUGH))]);
    if (!this.#closed) {
      this.#ready = true;
      this.tell('change');
    }
  }

  welcome(me) {
    if (this.#mesh === null) {
      this.#mesh = new Mesh({ me, media: this.#media, iceServers: () => this.entry.iceServers, send: (signal) => this.send({ type: 'rtc_signal', call_id: this.callId, ...signal }) });
      this.#mesh.addEventListener('link', () => this.#linked());
      this.#mesh.addEventListener('change', () => this.tell('change'));
      this.#mesh.addEventListener('restarted', () => this.tell('happening', { event: 'ice_restarted' }));
      this.#mesh.addEventListener('stranger', () => this.stranger());
    }
  }

  take(call) {
    this.#mesh?.take(call);
  }

  receive(signal) {
    this.#mesh?.receive(signal);
  }

  announce() {
    this.#mesh.announce();
    this.#figures.start();
  }

  get isReady() {
    return this.#ready && this.#mesh !== null;
  }

  get isPresent() {
    return this.isReady && !this.#closed;
  }

  get isConnected() {
    return this.#mesh?.isConnected ?? false;
  }

  get network() {
    return this.#mesh?.network ?? null;
  }

  get relayed() {
    return this.#figures.relayed;
  }

  get others() {
    return this.#mesh?.others ?? [];
  }

  get media() {
    const { audio, screen } = this.#media.state();
    return { audio, camera: this.#media.camera, screen };
  }

  /** The track that is sent in the place of the picture. */
  get sent() {
    return this.#media.track('video');
  }

  get problems() {
    return this.#media.problems;
  }

  #linked() {
    clearTimeout(this.#iceTimer);
    if (this.#mesh.isConnected) {
      this.tell('solved', 'ice_failed');
    } else if (this.others.some(({ peer }) => peer.link !== 'none')) {
      this.entry.renew((servers) => this.#mesh.useServers(servers));
      this.#iceTimer = setTimeout(() => !this.#mesh.isConnected && !this.#closed && this.tell('problem', { code: 'ice_failed' }), ICE_GIVES_UP);
    }
    this.tell('change');
  }

  audio(on) {
    this.#media.setAudio(on);
  }

  video(on) {
    this.#media.setVideo(on);
  }

  async screen(on) {
    await this.#media.setScreen(on);
  }

  async choose(device, id) {
    if (device === 'speaker') {
      remember(device, id);
      await this.#speaker(id);
      this.tell('happening', { event: 'device_changed', detail: device });
      this.tell('devices');
    } else {
      await this.#media.choose(device, id);
    }
  }

  async #speaker(id) {
    await this.picture.speaker(id).catch(() => remember('speaker', ''));
  }

  async devices() {
    return this.#media.devices();
  }

  report() {
    return this.#figures.take();
  }

  retry(code) {
    if (code === 'ice_failed') {
      this.#mesh?.restart();
      this.tell('solved', code);
    } else {
      this.#media.retry();
    }
    return true;
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#iceTimer);
    removeEventListener('online', this.online);
    this.#figures.stop();
    this.#mesh?.close();
    this.#media.close();
  }
}
