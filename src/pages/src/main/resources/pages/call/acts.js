// What may be asked for in a call, by a button here or by the console.
import { DEVICE_PROBLEMS } from './problems.js';

const KINDS = { camera: 'camera', microphone: 'microphone', speaker: 'speaker' };

export class Acts {
  /** @param problems the view of what is wrong; @param recording who records, with consent */
  constructor(room, host, problems, recording) {
    this.room = room;
    this.host = host;
    this.problems = problems;
    this.recording = recording;
  }

  get #carrier() {
    return this.room.carrier;
  }

  audio(on = !this.#carrier.media.audio) {
    this.#carrier.audio(on);
  }

  video(on = !this.#carrier.media.camera) {
    this.#carrier.video(on);
  }

  async screen(on) {
    this.problems.remove('screen_failed');
    try {
      await this.#carrier.screen(on);
    } catch (refusal) {
      // To close the picker is a decision, not a problem.
      if (refusal.name !== 'NotAllowedError' || this.host.isConsole) {
        this.problems.add('screen_failed');
      }
    }
  }

  // In the console's window the browser would take the whole screen without a question: the console asks first, and commands it.
  screenByButton() {
    const on = !this.#carrier.media.screen;
    if (on && this.host.isConsole) {
      this.host.say({ type: 'screen_ask' });
    } else {
      this.screen(on);
    }
  }

  async fullscreen() {
    if (document.fullscreenElement) {
      await document.exitFullscreen();
    } else {
      await document.documentElement.requestFullscreen();
    }
  }

  background(kind = this.#carrier.setting.background === 'none' ? 'blur' : 'none') {
    this.#carrier.background(kind);
  }

  lobby(on = !this.#carrier.setting.lobby) {
    this.#carrier.lobby(on);
  }

  admit(id, yes) {
    this.#carrier.admit(id, yes);
  }

  record(on = !this.recording.media.records) {
    return this.recording.command('record', on);
  }

  transcribe(on = !this.recording.transcribing) {
    return this.recording.command('transcribe', on);
  }

  async device(kind, id) {
    if (KINDS[kind]) {
      await this.#carrier.choose(kind, id);
    }
  }

  hangUp() {
    this.room.hangUp();
  }

  async fallBack() {
    this.problems.remove('no_fallback');
    await this.room.carriage.fallBack();
  }

  /** Tries again what is wrong. */
  retry(code) {
    const here = DEVICE_PROBLEMS.includes(code) || (code !== null && this.room.failed === null);
    if (!here || !this.#carrier.retry(code)) {
      location.reload();
    }
  }

  /** Does what the console says. */
  command(message) {
    switch (message?.type) {
      case 'audio':
      case 'video':
      case 'screen':
      case 'lobby':
      case 'record':
      case 'transcribe':
        return this[message.type](Boolean(message.on));
      case 'background':
        return this.background(message.kind === 'blur' ? 'blur' : 'none');
      case 'admit':
        return this.admit(String(message.id), Boolean(message.yes));
      case 'hang_up':
        return this.hangUp();
      case 'device':
        return this.device(message.kind, message.id);
      case 'retry':
        return this.retry(this.problems.code);
      case 'fallback':
        return this.fallBack();
      case 'frame_stats':
        return this.#carrier.frameStats(message.reading);
      default:
        return undefined;
    }
  }
}
