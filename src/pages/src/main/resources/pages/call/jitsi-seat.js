// Our way into a Jitsi room: from the frame that opens to the seat we have, and what keeps us from it. Ended exactly once, whatever says it first.
import { meaningOf } from './jitsi-errors.js';

const LOADED_WITHIN = 20_000;
const READY_AFTER_LOADING = 8_000;
const JOINED_WITHIN = 40_000;
const BACK_WITHIN = 8_000;

/**
 * Events: `joined` (detail: Jitsi's id of us), `left` (we are out, perhaps not for long), `waits`, `again` (another try may do; detail:
 * what the server said), `token` (ours was not taken), `failed` (detail: `{code, text}`), `solved` (detail: a code), `over` (detail: why).
 */
export class JitsiSeat extends EventTarget {
  #frame;
  #timer = 0;
  #done = false;
  #ready = false;
  joined = false;
  /** `lobby`, `prejoin`, or null. */
  waitsFor = null;

  /** @param anonymous whether we came without a token */
  constructor(frame, anonymous, name) {
    super();
    this.#frame = frame;
    this.anonymous = anonymous;
    this.name = name;
    frame.on({
      ready: () => this.#isReady(),
      browserSupport: ({ supported }) => supported === false && this.#fail('too_old'),
      // Jitsi's waiting room says so as well: that one we show ourselves.
      prejoinScreenLoaded: () => this.waitsFor !== 'lobby' && this.#wait('prejoin'),
      videoConferenceJoined: ({ id }) => this.#come(id),
      videoConferenceLeft: () => this.#gone(),
      readyToClose: () => this.#over('closed'),
      participantKickedOut: ({ kicked }) => kicked?.local && this.#over('kicked'),
      suspendDetected: () => this.#over('suspended'),
      passwordRequired: () => this.#fail('provider_refused'),
      errorOccurred: (detail) => this.#error(meaningOf(detail)),
    });
    this.#awaitReady(LOADED_WITHIN);
    frame.element?.addEventListener('load', () => !this.#ready && this.#awaitReady(READY_AFTER_LOADING), { once: true });
  }

  // The script came from there, so the server is not away: if then its page says nothing, it does not let itself be shown here.
  #awaitReady(ms) {
    this.#within(ms, () => this.#tell('failed', { code: 'provider_blocked', text: '' }));
  }

  // It may come late, after all, or again: Jitsi loads its own page anew when it lost the connection.
  #isReady() {
    this.#ready = true;
    this.#tell('solved', 'provider_blocked');
    if (!this.joined) {
      this.#within(JOINED_WITHIN, () => this.#tell('again', ''));
    }
  }

  #wait(what) {
    clearTimeout(this.#timer);
    this.waitsFor = what;
    this.#tell('waits');
  }

  #come(id) {
    clearTimeout(this.#timer);
    this.joined = true;
    this.waitsFor = null;
    this.#tell('joined', id);
  }

  // Said at each end, and often twice; by itself it is only an interruption.
  #gone() {
    if (this.joined) {
      this.joined = false;
      this.#tell('left');
      this.#within(BACK_WITHIN, () => this.#tell('again', ''));
    }
  }

  #error({ means, text }) {
    switch (means) {
      case 'over':
        this.#over('closed');
        break;
      case 'lobby':
        this.#wait('lobby');
        break;
      case 'name':
        this.#frame.command('displayName', this.name);
        break;
      case 'token':
      case 'password':
        this.#refused(means, text);
        break;
      case 'again':
        this.#tell('again', text);
        break;
      case 'login':
      case 'refused':
      case 'full':
      case 'down':
        this.#fail(`provider_${means}`, text);
        break;
      case 'turned_away':
        this.#fail('not_admitted', text);
        break;
      default:
        break;
    }
  }

  #refused(means, text) {
    if (this.anonymous) {
      this.#fail(means === 'password' ? 'provider_login' : 'provider_refused', text);
    } else {
      this.#tell('token', text);
    }
  }

  #fail(code, text = '') {
    clearTimeout(this.#timer);
    this.#tell('failed', { code, text });
  }

  #over(why) {
    if (!this.#done) {
      this.#done = true;
      clearTimeout(this.#timer);
      this.joined = false;
      this.#tell('over', why);
    }
  }

  #within(ms, act) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => !this.#done && act(), ms);
  }

  /** We go by ourselves: what Jitsi says to it is no news. */
  leave() {
    this.#done = true;
    this.joined = false;
    clearTimeout(this.#timer);
  }

  #tell(type, detail) {
    if (type === 'over' || !this.#done) {
      this.dispatchEvent(new CustomEvent(type, { detail }));
    }
  }
}
