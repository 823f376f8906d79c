// Our stay in a Jitsi room: into it, once more after what another try may mend, and out of it. Each time by a way in that is fresh.
import { Problem } from '../shared/api.js';
import { i18n } from '../shared/i18n.js';
import { JitsiFrame } from './jitsi-frame.js';
import { optionsFor } from './jitsi-options.js';
import { part } from './jitsi-parting.js';
import { JitsiPulse } from './jitsi-pulse.js';
import { loadApi } from './jitsi-script.js';
import { JitsiSeat } from './jitsi-seat.js';

const STEADY_AFTER = 60_000;

/** What keeps us out. */
export const FAILURES = ['provider_down', 'provider_blocked', 'provider_refused', 'provider_login', 'provider_full', 'not_admitted', 'too_old'];

/** Events: `joined` (detail: Jitsi's id of us), `change`, `gone` (the frame is), `problem` (detail: `{code, text}`), `solved`, `over`, `moved` (detail: a way in that is not Jitsi's), `refused` (detail: the backend's problem: it gives no way in). */
export class JitsiStay extends EventTarget {
  #seat = null;
  #closed = false;
  #entering = false;
  #tries = { token: 0, again: 0 };
  #steady = 0;
  #pulse = new JitsiPulse();
  #wasInside = false;
  frame = null;

  /**
   * @param entry the way in
   * @param box where the frame goes
   * @param prepare gets the frame before anything is heard of it
   * @param coming gives what is on when we come in, and the devices for it
   * @param buttons those of Jitsi's own that are needed here
   */
  constructor({ entry, box, prepare, coming, buttons }) {
    super();
    Object.assign(this, { entry, box, prepare, coming, buttons });
  }

  /** Goes in by the way that there is. @param me who we are */
  async enter(me) {
    if (this.#closed || this.#entering || this.frame !== null) {
      return;
    }
    this.#entering = true;
    this.me = me;
    const { way } = this.entry;
    const [Api, coming] = await Promise.all([loadApi(way.jitsi.script_url).catch(() => null), this.coming()]);
    this.#entering = false;
    if (this.#closed) {
      return;
    }
    if (Api === null) {
      this.#fail('provider_down', '');
      return;
    }
    this.frame = new JitsiFrame(Api, way.jitsi.domain, optionsFor({ way, name: me.name, language: i18n.language, ...coming, buttons: this.buttons, parentNode: this.box }));
    this.frame.show(false);
    this.prepare(this.frame);
    this.#sit(new JitsiSeat(this.frame, !way.jwt_token, me.name));
    this.#tell('change');
  }

  /** Goes in once more. */
  async again() {
    this.#away();
    this.#tell('change');
    try {
      const way = await this.entry.enter(() => this.#tell('problem', { code: 'socket_lost' }));
      if (way.jitsi) {
        await this.enter(this.me);
      } else {
        this.#tell('moved', way);
      }
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
      this.#tell('refused', problem);
    }
  }

  /** The person wants another try. */
  retry() {
    this.#tries = { token: 0, again: 0 };
    this.again();
  }

  #sit(seat) {
    this.#seat = seat;
    const on = (type, act) => seat.addEventListener(type, ({ detail }) => this.#seat === seat && !this.#closed && act(detail));
    on('joined', (id) => this.#joined(id));
    on('left', () => this.#tell('change'));
    on('waits', () => {
      this.frame.show(seat.waitsFor === 'prejoin');
      this.#tell('change');
    });
    on('token', (text) => this.#tryOnce('token', 'provider_refused', text));
    on('again', (text) => this.#tryOnce('again', 'provider_down', text));
    // What let itself be shown here before is not blocked now, but away.
    on('failed', ({ code, text }) => this.#fail(code === 'provider_blocked' && this.#wasInside ? 'provider_down' : code, text));
    on('solved', (code) => this.#tell('solved', code));
    on('over', (why) => {
      this.#away();
      this.#tell('over', why);
    });
  }

  #joined(id) {
    this.#wasInside = true;
    FAILURES.forEach((code) => this.#tell('solved', code));
    this.frame.show(true);
    this.#tries.token = 0;
    clearTimeout(this.#steady);
    this.#steady = setTimeout(() => {
      this.#tries.again = 0;
    }, STEADY_AFTER);
    this.#pulse.watch(this.frame, () => this.#tryOnce('again', 'provider_down', ''));
    this.#tell('joined', id);
    this.#tell('change');
  }

  #tryOnce(what, otherwise, text) {
    if (this.#tries[what] > 0) {
      this.#fail(otherwise, text);
    } else {
      this.#tries[what] += 1;
      this.again();
    }
  }

  // What blocks may open yet; of everything else nothing more is to be expected.
  #fail(code, text) {
    if (code !== 'provider_blocked') {
      this.#away();
    }
    if (!this.#closed) {
      this.#tell('problem', { code, text });
      this.#tell('change');
    }
  }

  // Out of the room, with nothing left of it.
  #away() {
    this.#seat?.leave();
    this.frame?.dispose();
    this.#rest();
  }

  #rest() {
    clearTimeout(this.#steady);
    this.#pulse.stop();
    this.#seat = null;
    this.frame = null;
    this.#tell('gone');
  }

  get isInside() {
    return this.#seat?.joined ?? false;
  }

  /** Whether we were in the room, perhaps for a moment not now. */
  get wasInside() {
    return this.#wasInside;
  }

  get waitsFor() {
    return this.#seat?.waitsFor ?? null;
  }

  /** Leaves for good. @param forAll whether the room is closed for everybody; @param media what we send */
  close(forAll, media) {
    if (this.#closed) {
      return;
    }
    this.#closed = true;
    if (this.frame !== null) {
      part(this.frame, this.#seat, forAll, media);
    }
    this.#rest();
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
