// Our own microphone, camera and screen in a Jitsi room: what is shown is what Jitsi says of them.
import { remember } from '../shared/devices.js';
import { deviceCode } from './jitsi-errors.js';
import { JitsiMicrophone } from './jitsi-microphone.js';
import { likedDevices, probe } from './probe.js';

const ASKED_LONG_ENOUGH = 8_000;
const NAMES = { audio: 'audio', video: 'camera' };
const LISTS = { microphone: 'audioInput', camera: 'videoInput', speaker: 'audioOutput' };
// Jitsi's own words for it; a person who closed the picker reads none.
const SCREEN_FAILED = 'dialog.screenSharingFailedTitle';
const SETTERS = { microphone: 'setAudioInputDevice', camera: 'setVideoInputDevice', speaker: 'setAudioOutputDevice' };

const not = (muted) => (typeof muted === 'boolean' ? !muted : undefined);

/** Events: `change`, `devices`, `problem` (detail: `{kind, code}`, of the screen the code alone), `solved` (detail: the kind). */
export class JitsiDevices extends EventTarget {
  #frame = null;
  #asked = false;
  #inside = false;
  #heard = null;
  #wanted = { audio: true, video: true };
  #pressed = new Set();
  #blurred = 'none';
  #microphone = new JitsiMicrophone(() => this.#asked && this.problems.audio === null);
  state = { audio: false, camera: false, screen: false };
  problems = { audio: null, video: null };
  background = 'none';

  constructor() {
    super();
    const on = (type, act) => this.#microphone.addEventListener(type, ({ detail }) => act(detail));
    on('wished', (audio) => this.#said('audio', { audio }));
    on('is', (audio) => this.#hears(audio));
    on('there', (there) => this.#available('audio', there));
  }

  /** Asks for both; whoever thinks about the question too long comes in without them, and is seen and heard as soon as they said yes. */
  async open() {
    const asking = this.#ask();
    await Promise.race([asking, new Promise((resolve) => setTimeout(resolve, ASKED_LONG_ENOUGH))]);
    if (!this.#asked) {
      asking.then(() => this.#inside && this.#catchUp());
    }
  }

  async #ask() {
    const found = await probe();
    this.#asked = true;
    this.#found('audio', found.audio);
    this.#found('video', found.video);
  }

  #found(kind, code) {
    const before = this.problems[kind];
    this.problems[kind] = code;
    if (code !== null) {
      this.#tell('problem', { kind, code });
    } else if (before !== null) {
      this.#tell('solved', kind);
    }
  }

  /** What is on when one comes in. */
  async own() {
    const can = (kind) => this.#asked && this.problems[kind] === null;
    return { own: { audio: can('audio') && this.#wanted.audio, video: can('video') && this.#wanted.video, ask: can('audio') || can('video') }, devices: await likedDevices() };
  }

  attend(frame) {
    this.#frame = frame;
    this.#microphone.attend(frame);
    frame.on({
      videoMuteStatusChanged: ({ muted }) => this.#said('video', { camera: !muted }),
      screenSharingStatusChanged: ({ on }) => this.#take({ screen: Boolean(on) }),
      videoAvailabilityChanged: ({ available }) => this.#available('video', available),
      micError: (error) => this.#found('audio', deviceCode('microphone', error)),
      cameraError: (error) => this.#found('video', deviceCode('camera', error)),
      deviceListChanged: () => this.#tell('devices'),
      notificationTriggered: ({ title }) => title === SCREEN_FAILED && this.#tell('problem', { code: 'screen_failed' }),
    });
  }

  // What cannot be opened does not begin to work by being wished for.
  #hears(on) {
    if (on && this.problems.audio !== null) {
      this.#found('audio', null);
    }
    if (this.state.audio !== on) {
      this.#take({ audio: on });
    }
  }

  // Somebody else may have muted us: that lasts, also over another entry.
  #said(kind, news) {
    const [[name, on]] = Object.entries(news);
    if (this.#heard !== null) {
      this.#heard.add(name);
      this.#wanted[kind] = on === this.state[name] || this.#pressed.has(kind) ? this.#wanted[kind] : on;
    }
    this.#take(news);
  }

  #available(kind, available) {
    if (!available && this.problems[kind] === null) {
      this.#found(kind, 'no_device');
    } else if (available && this.problems[kind] === 'no_device') {
      this.#found(kind, null);
    }
  }

  /** We are in: how it is now. */
  async joined() {
    const frame = this.#frame;
    const heard = new Set();
    this.#heard = heard;
    const [audio, camera, screen] = await Promise.all([frame.ask('isAudioMuted'), frame.ask('isVideoMuted'), frame.ask('isSharingScreen')]);
    if (this.#frame !== frame) {
      return;
    }
    // What was said meanwhile is newer than an answer.
    const answers = { audio: not(audio), camera: not(camera), screen };
    this.#take(Object.fromEntries(Object.entries(answers).filter(([name, on]) => typeof on === 'boolean' && !heard.has(name))));
    if (this.state.audio) {
      this.#hears(true);
    }
    this.#inside = true;
    this.#microphone.joined();
    this.#catchUp(heard);
    this.#pressed.clear();
    this.#tell('devices');
  }

  // What was wanted, or became possible, while there was no room to say it in.
  #catchUp(settled = new Set()) {
    for (const kind of ['audio', 'video'].filter((one) => this.#pressed.has(one) || !settled.has(NAMES[one]))) {
      this.#set(kind, this.#wanted[kind] && this.#asked && this.problems[kind] === null);
    }
  }

  #take(news) {
    if (news.camera === true && this.problems.video !== null) {
      this.#found('video', null);
    }
    Object.assign(this.state, news);
    this.#blur();
    this.#tell('change');
  }

  audio(on) {
    this.#press('audio', on);
  }

  video(on) {
    this.#press('video', on);
  }

  // Before it is known how we came in a press counts for more than what Jitsi says of that.
  #press(kind, on) {
    this.#wanted[kind] = on;
    if (!this.#inside) {
      this.#pressed.add(kind);
    }
    this.#set(kind, on);
  }

  // Jitsi only knows the other way round: what is already so stays.
  #set(kind, on) {
    const now = kind === 'audio' ? this.state.audio : this.state.camera;
    if (this.#inside && now !== on) {
      this.#frame?.command(kind === 'audio' ? 'toggleAudio' : 'toggleVideo');
    }
  }

  screen(on) {
    if (this.state.screen !== on) {
      if (on) {
        this.#frame?.lend('display-capture');
      }
      this.#frame?.command('toggleShareScreen');
    }
  }

  /** `none` or `blur`. Without a picture it waits for one. */
  setBackground(kind) {
    this.background = kind;
    this.#blur();
    this.#tell('change');
  }

  #blur() {
    if (this.#blurred !== this.background && this.state.camera && this.#frame?.command('setBlurredBackground', this.background)) {
      this.#blurred = this.background;
    }
  }

  async choose(device, id) {
    const list = (await this.#frame?.ask('getAvailableDevices'))?.[LISTS[device]] ?? [];
    const label = list.find(({ deviceId }) => deviceId === id)?.label ?? '';
    await this.#frame?.ask(SETTERS[device], label, id);
    const ours = (await navigator.mediaDevices.enumerateDevices()).find((d) => d.label === label && label !== '');
    if (ours) {
      remember(device, ours.deviceId);
    }
    this.#tell('devices');
  }

  async lists() {
    const [all, used] = await Promise.all([this.#frame?.ask('getAvailableDevices'), this.#frame?.ask('getCurrentDevices')]);
    const list = (device) => {
      const of = (all?.[LISTS[device]] ?? []).filter(({ deviceId }) => deviceId);
      const current = used?.[LISTS[device]]?.deviceId ?? of[0]?.deviceId;
      return of.map(({ deviceId, label }, at) => ({ id: deviceId, label: label || String(at + 1), selected: deviceId === current }));
    };
    return { microphones: list('microphone'), cameras: list('camera'), speakers: list('speaker') };
  }

  /** Tries again what could not be used. */
  async retry() {
    const before = { ...this.problems };
    await this.#ask();
    ['audio', 'video'].filter((kind) => before[kind] !== null && this.problems[kind] === null).forEach((kind) => {
      this.#wanted[kind] = true;
      this.#set(kind, true);
    });
  }

  /** The frame is gone, and with it what was on. */
  rest() {
    this.#frame = null;
    this.#microphone.rest();
    this.#inside = false;
    this.#heard = null;
    this.#blurred = 'none';
    this.state = { audio: false, camera: false, screen: false };
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
