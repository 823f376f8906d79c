// "Call me": asks the team for a call. One wish at a time; a second one within a short time is told kindly that it is known.
import { h, say } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { newKey } from './outbox.js';

const ANSWER_WITHIN = 8_000;
const PAUSE = 120_000;

/** Event: `said` (detail: a sentence for the person). */
export class CallMe extends EventTarget {
  #key = null;
  #timer = 0;

  constructor(room, connection) {
    super();
    this.room = room;
    this.connection = connection;
    this.words = h('span', { class: 'call-me-words' });
    this.element = h('button', { class: 'btn', type: 'button', testid: 'call-me', hint: 'call.me_hint', on: { click: () => this.ask() } }, icon('phoneIn', 17), this.words);
    this.#become('idle');
  }

  /** Asks, now or as soon as the line stands. */
  ask() {
    if (this.element.dataset.state === 'idle') {
      this.#key = newKey();
      this.#send();
    } else {
      this.#say('call.me_asked_already');
    }
  }

  #send() {
    const sent = this.connection.send({ type: 'call_me', room_id: this.room, key: this.#key });
    this.#become(sent ? 'asking' : 'waiting');
    this.#later(ANSWER_WITHIN, () => {
      this.connection.hurry();
      this.#send();
    });
  }

  /** The line stands (again): the same key, so that it is one wish. */
  welcome() {
    if (this.#key !== null) {
      this.#send();
    }
  }

  /** A `chat_ack`, or an entry with its key: it is known. */
  stored(key) {
    if (key === this.#key) {
      this.#asked(PAUSE);
      this.#say('call.me_done');
    }
  }

  /** An `error`; says whether it was about this. */
  refused({ key, code, retry_after: wait }) {
    if (key === undefined || key !== this.#key) {
      return false;
    }
    if (code === 'rate_limited') {
      this.#asked((wait ?? 60) * 1000);
      this.#say('call.me_soon', { minutes: Math.max(1, Math.ceil((wait ?? 60) / 60)) });
    } else if (code === 'unavailable' || code === 'internal') {
      this.#later(3_000, () => this.#send());
    } else {
      this.#key = null;
      this.#become('idle');
      this.#say('call.me_failed');
    }
    return true;
  }

  #asked(pause) {
    this.#key = null;
    this.#become('asked');
    this.#later(pause, () => this.#become('idle'));
  }

  #later(ms, act) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, ms);
  }

  #become(state) {
    const keys = { idle: 'call.me', asking: 'call.me_asking', waiting: 'chat.waiting', asked: 'call.me_known' };
    this.element.dataset.state = state;
    this.element.setAttribute('aria-disabled', String(state !== 'idle'));
    say(this.words, 't', keys[state]);
  }

  #say(key, values) {
    this.dispatchEvent(new CustomEvent('said', { detail: t(key, values) }));
  }
}
