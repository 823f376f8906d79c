// Watches the room and what carries it, and tells what happens there.
import { Happenings } from './happenings.js';

const LOST = { audio: 'microphone_lost', video: 'camera_lost' };
const DEVICES = { audio: 'audio', video: 'camera' };

export class Chronicle {
  #inside = false;
  #restarted = false;
  #relayed = false;

  /** @param send gives a message about this call to the line, and says whether it went out */
  constructor(room, send) {
    this.room = room;
    this.happenings = new Happenings(({ type, ...more }) => this.#inside && send(type, more));
    room.addEventListener('change', () => this.#look());
    room.carriage.addEventListener('problem', ({ detail }) => detail.kind && this.#failed(detail));
    room.carriage.addEventListener('happening', ({ detail: { event, detail = null } }) => this.#happened(event, detail));
    room.carriage.addEventListener('carrier', () => this.happenings.knows('network', true));
    room.carriage.addEventListener('stats', () => this.#way());
  }

  /** The backend knows that we are there: what it is told from now on is of this call. */
  enter() {
    this.#inside = true;
    this.happenings.is('line', true, true);
    this.#look();
    this.happenings.flush();
  }

  #look() {
    const { room } = this;
    if (room.over) {
      this.happenings.close();
      this.#inside = false;
      return;
    }
    if (!this.#inside) {
      return;
    }
    this.happenings.is('line', room.connection.online, true);
    this.#media(room.carrier);
    const network = room.carrier.network;
    if (network !== null) {
      this.happenings.is('network', network, true);
      this.#restarted &&= !network;
    }
  }

  #media({ isPresent, offers, media }) {
    if (!isPresent || !offers.media) {
      return;
    }
    this.happenings.is('audio', media.audio);
    this.happenings.is('camera', media.camera);
    this.happenings.is('screen', media.screen, false);
  }

  // A device that was used and is gone. That it is off is told by that; one that never opened is only off.
  #failed({ kind, code, name }) {
    const what = DEVICES[kind];
    if (this.#inside && this.happenings.last(what)) {
      this.happenings.knows(what, false);
      this.happenings.note(LOST[kind], name ?? code);
    }
  }

  #happened(event, detail) {
    if (!this.#inside || (event === 'ice_restarted' && this.#restarted)) {
      return;
    }
    // As often as it is tried while the connection is away: once.
    this.#restarted ||= event === 'ice_restarted';
    this.happenings.note(event, detail);
  }

  #way() {
    const relayed = this.room.carrier.relayed;
    if (this.#inside && relayed && !this.#relayed) {
      this.happenings.note('relayed');
    }
    this.#relayed = relayed;
  }
}
