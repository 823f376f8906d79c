// Chat: between the model, the line and the view. A message goes out one at a time, so order and "once" are the server's to keep.
import { Problem, request } from '../shared/api.js';
import { ChatModel } from './chat-model.js';
import { ChatView } from './chat-view.js';

const PAGE = 50;
const ANSWER_WITHIN = 10_000;
const RETRIES = new Set(['unavailable', 'internal']);

export class Chat {
  #sending = null;
  #sendTimer = 0;
  #filling = false;
  #loadingOlder = false;
  #readSent = 0;
  #loaded = false;

  constructor(me, connection, clock, attention) {
    this.room = me.room_id;
    this.connection = connection;
    this.clock = clock;
    this.attention = attention;
    this.model = new ChatModel(me.user_id);
    this.view = new ChatView(this.model, clock, {
      send: (body) => this.send(body),
      retry: (key) => this.#again(key),
      discard: (key) => this.#discard(key),
      older: () => this.older(),
      seen: () => this.seen(),
    });
    this.store = `optima.unsent.${me.user_id}`;
    addEventListener('focus', () => this.seen());
    document.addEventListener('visibilitychange', () => this.seen());
  }

  /** The newest page; what was written and not stored before a reload comes back. */
  async load() {
    this.model.load(await request('GET', `${this.#path}?limit=${PAGE}`));
    this.model.restore(unsent(this.store));
    this.#loaded = true;
    this.view.draw();
    this.view.toEnd();
    this.seen();
  }

  get #path() {
    return `/api/rooms/${encodeURIComponent(this.room)}/messages`;
  }

  /** What a hello resumes from. */
  get lastSeq() {
    return this.#loaded ? { [this.room]: this.model.last } : {};
  }

  /** The line stands (again). */
  welcome() {
    this.#sending = null;
    this.#pump();
    this.#fill();
    this.#readSent = 0;
    this.seen();
  }

  receive(message) {
    switch (message.type) {
      case 'chat_message':
        this.#came(message);
        break;
      case 'chat_ack':
        this.model.ack(message);
        this.#answered(message.key);
        break;
      case 'chat_status':
        this.model.status(message);
        this.view.draw();
        break;
      case 'error':
        this.#refused(message);
        break;
      default:
        break;
    }
  }

  #came(entry) {
    if (entry.room_id !== this.room) {
      return;
    }
    const fresh = this.model.add(entry);
    const own = entry.sender_id === this.model.me;
    this.#save();
    this.view.draw({ came: fresh && !own });
    if (fresh && !own && entry.kind !== 'call') {
      this.attention.message(entry);
    }
    this.#fill();
    this.seen();
  }

  send(body) {
    this.model.compose(crypto.randomUUID?.() ?? String(Math.random()).slice(2), body, this.clock.now());
    this.#save();
    this.view.draw();
    this.view.toEnd();
    this.#pump();
  }

  #pump() {
    const next = this.model.next();
    if (this.#sending !== null || next === null) {
      return;
    }
    if (this.connection.send({ type: 'chat_send', room_id: this.room, key: next.key, body: next.body })) {
      this.#sending = next.key;
      clearTimeout(this.#sendTimer);
      this.#sendTimer = setTimeout(() => this.#unanswered(next.key), ANSWER_WITHIN);
    }
  }

  // The same key again: the server knows whether it has it.
  #unanswered(key) {
    if (this.#sending === key) {
      this.#sending = null;
      this.connection.hurry();
      this.#pump();
    }
  }

  #answered(key) {
    this.#save();
    this.view.draw();
    if (this.#sending === key) {
      this.#sending = null;
      clearTimeout(this.#sendTimer);
      this.#pump();
    }
  }

  #refused({ key, code, retry_after: wait }) {
    if (key === undefined || key !== this.#sending) {
      return;
    }
    clearTimeout(this.#sendTimer);
    if (code === 'rate_limited' || RETRIES.has(code)) {
      this.#sendTimer = setTimeout(() => this.#unanswered(key), (wait ?? 3) * 1000);
    } else {
      this.model.refuse(key, code);
      this.#answered(key);
    }
  }

  #again(key) {
    this.model.retry(key);
    this.#answered(null);
    this.#pump();
  }

  #discard(key) {
    this.model.discard(key);
    this.#answered(null);
  }

  async #fill() {
    if (!this.#loaded || this.#filling || !this.model.gap) {
      return;
    }
    this.#filling = true;
    try {
      while (this.model.gap) {
        const before = this.model.last;
        this.model.load(await request('GET', `${this.#path}?after=${before}&limit=${PAGE}`));
        if (this.model.last === before) {
          break;
        }
      }
    } catch (problem) {
      swallowPassing(problem);
    } finally {
      this.#filling = false;
      this.view.draw();
    }
  }

  async older() {
    if (!this.#loaded || this.#loadingOlder || !this.model.hasOlder) {
      return;
    }
    this.#loadingOlder = true;
    this.view.older('loading');
    try {
      this.model.load(await request('GET', `${this.#path}?before=${this.model.first}&limit=${PAGE}`));
      this.view.older('idle');
    } catch (problem) {
      swallowPassing(problem);
      this.view.older('failed');
    } finally {
      this.#loadingOlder = false;
      this.view.draw({ older: true });
    }
  }

  /** What is on the screen of somebody who looks at it has been read. */
  seen() {
    const newest = Math.min(this.model.lastOther, this.model.last);
    if (document.visibilityState !== 'visible' || !document.hasFocus() || !this.view.atEnd || newest <= this.#readSent) {
      return;
    }
    if (this.connection.send({ type: 'chat_read', room_id: this.room, seq: newest })) {
      this.#readSent = newest;
    }
  }

  #save() {
    try {
      sessionStorage.setItem(this.store, JSON.stringify(this.model.unsent));
    } catch {
      this.store = null; // Storage is switched off: unsent messages live as long as the page.
    }
  }
}

function unsent(store) {
  try {
    const kept = JSON.parse(sessionStorage.getItem(store) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

// No answer now is no loss: the next reconnect or scroll asks again. Anything else is a mistake to be seen.
function swallowPassing(problem) {
  if (!(problem instanceof Problem)) {
    throw problem;
  }
}
