// Our own camera, microphone and screen. What is off is really off: the camera's light goes out.
import { chosen, lists, remember, remembered } from '../shared/devices.js';

const SOUND = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
const PICTURE = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } };
const KINDS = { audio: 'microphone', video: 'camera' };
const CODES = { NotFoundError: 'no_device', OverconstrainedError: 'no_device', NotReadableError: 'device_busy', AbortError: 'device_busy' };

/** Events: `track` (detail: `{kind, track}` to be sent), `change` (what is on), `devices`, `problem` (detail: `{kind, code, name}`), `solved` (detail: the kind),
 * `replaced` (detail: the device in whose place there is another). */
export class Media extends EventTarget {
  #tracks = { audio: null, video: null };
  #screen = null;
  #wanted = { audio: true, video: true };
  #closed = false;
  problems = { audio: null, video: null };

  constructor() {
    super();
    navigator.mediaDevices?.addEventListener?.('devicechange', () => this.#devicesChanged());
  }

  /** What is sent in the line of a kind. */
  track(kind) {
    return kind === 'video' ? this.#screen ?? this.#tracks.video : this.#tracks.audio;
  }

  /** What the other side may know. */
  state() {
    const { audio, video } = this.#tracks;
    return { audio: audio !== null && audio.enabled, video: video !== null || this.#screen !== null, screen: this.#screen !== null };
  }

  get camera() {
    return this.#tracks.video !== null;
  }

  /** Opens both; what cannot be opened is a problem of its kind, and the rest goes on. */
  async open() {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: this.#ask('audio'), video: this.#ask('video') });
      stream.getTracks().forEach((track) => this.#put(track.kind, track));
    } catch {
      // Together they fail together: each by itself tells which one it is.
      await this.#openOne('audio');
      await this.#openOne('video');
    }
    this.dispatchEvent(new Event('change'));
    this.dispatchEvent(new Event('devices'));
  }

  #ask(kind) {
    const id = remembered(KINDS[kind]);
    return { ...(kind === 'audio' ? SOUND : { ...PICTURE, ...(id ? {} : { facingMode: 'user' }) }), ...(id ? { deviceId: { ideal: id } } : {}) };
  }

  async #openOne(kind, ask = this.#ask(kind)) {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ [kind]: ask });
      this.#put(kind, stream.getTracks()[0]);
      return true;
    } catch (failure) {
      this.problems[kind] = CODES[failure.name] ?? `${KINDS[kind]}_denied`;
      this.dispatchEvent(new CustomEvent('problem', { detail: { kind, code: this.problems[kind], name: failure.name } }));
      return false;
    }
  }

  #put(kind, track) {
    if (this.#closed) {
      track.stop();
      return;
    }
    this.#tracks[kind]?.stop();
    this.#tracks[kind] = track;
    track.enabled = this.#wanted[kind];
    if (kind === 'video') {
      track.contentHint = 'motion';
    }
    track.onended = () => this.#vanished(kind, track);
    const had = this.problems[kind];
    this.problems[kind] = null;
    if (had) {
      this.dispatchEvent(new CustomEvent('solved', { detail: kind }));
    }
    this.#sent(kind);
  }

  #sent(kind) {
    this.dispatchEvent(new CustomEvent('track', { detail: { kind, track: this.track(kind) } }));
  }

  // Unplugged, or taken away by the system: another one of its kind takes over, or it is off.
  async #vanished(kind, track) {
    if (this.#tracks[kind] !== track) {
      return;
    }
    this.#tracks[kind] = null;
    this.#sent(kind);
    if (await this.#openOne(kind, kind === 'audio' ? SOUND : PICTURE)) {
      this.#replaced(KINDS[kind]);
    }
    this.dispatchEvent(new Event('change'));
    this.dispatchEvent(new Event('devices'));
  }

  #replaced(device) {
    this.dispatchEvent(new CustomEvent('replaced', { detail: device }));
  }

  async #devicesChanged() {
    for (const kind of ['audio', 'video']) {
      if (this.problems[kind] === 'no_device' && this.#wanted[kind] && !this.#closed && (await this.devices())[`${KINDS[kind]}s`].length > 0) {
        await this.#openOne(kind);
      }
    }
    this.dispatchEvent(new Event('change'));
    this.dispatchEvent(new Event('devices'));
  }

  /** Mutes: the microphone stays open, silence is sent. */
  async setAudio(on) {
    this.#wanted.audio = on;
    if (this.#tracks.audio !== null) {
      this.#tracks.audio.enabled = on;
    } else if (on) {
      await this.#openOne('audio');
    }
    this.dispatchEvent(new Event('change'));
  }

  async setVideo(on) {
    this.#wanted.video = on;
    if (on && this.#tracks.video === null) {
      await this.#openOne('video');
    } else if (!on && this.#tracks.video !== null) {
      const track = this.#tracks.video;
      this.#tracks.video = null;
      track.stop();
      this.#sent('video');
    }
    this.dispatchEvent(new Event('change'));
  }

  /**
   * Shares a screen instead of the camera, or stops it.
   *
   * @throws DOMException if the person or the system said no
   */
  async setScreen(on) {
    if (on && this.#screen === null) {
      const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { max: 15 } }, audio: false });
      this.#screen = stream.getVideoTracks()[0];
      this.#screen.contentHint = 'detail';
      this.#screen.onended = () => this.setScreen(false);
    } else if (!on && this.#screen !== null) {
      const track = this.#screen;
      this.#screen = null;
      track.stop();
    } else {
      return;
    }
    this.#sent('video');
    this.dispatchEvent(new Event('change'));
  }

  /** Uses another microphone or camera from now on. */
  async choose(device, id) {
    remember(device, id);
    const kind = device === 'microphone' ? 'audio' : 'video';
    if ((kind === 'audio' || this.#tracks.video !== null) && await this.#openOne(kind, { ...(kind === 'audio' ? SOUND : PICTURE), deviceId: { exact: id } })) {
      this.#replaced(device);
    }
    this.dispatchEvent(new Event('change'));
    this.dispatchEvent(new Event('devices'));
  }

  /** The devices as lists, with what is in use marked. */
  async devices() {
    const all = (await navigator.mediaDevices?.enumerateDevices?.()) ?? [];
    const used = (kind, device) => this.#tracks[kind]?.getSettings().deviceId ?? remembered(device);
    return lists(all, { microphone: used('audio', 'microphone'), camera: used('video', 'camera'), speaker: chosen(all, 'audiooutput', remembered('speaker')) });
  }

  /** Tries again what did not open. */
  async retry() {
    for (const kind of ['audio', 'video']) {
      if (this.problems[kind] !== null) {
        this.#wanted[kind] = true;
        await this.#openOne(kind);
      }
    }
    this.dispatchEvent(new Event('change'));
    this.dispatchEvent(new Event('devices'));
  }

  /** Lets go of everything. */
  close() {
    this.#closed = true;
    for (const track of [this.#tracks.audio, this.#tracks.video, this.#screen]) {
      track?.stop();
    }
    this.#tracks = { audio: null, video: null };
    this.#screen = null;
    this.dispatchEvent(new Event('change'));
  }
}
