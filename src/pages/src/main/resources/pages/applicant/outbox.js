// Messages on their way: kept until the server has them, sent one at a time and in order, and again with the same key if no answer came.

const ANSWER_WITHIN = 10_000;
const RETRIES = new Set(['rate_limited', 'unavailable', 'internal']);

/** Event: `change`, whenever something was added, refused or stored. */
export class Outbox extends EventTarget {
  #messages = [];
  #sending = null;
  #timer = 0;

  /** @param kept where messages survive a reload */
  constructor(room, connection, kept) {
    super();
    this.room = room;
    this.connection = connection;
    this.kept = kept;
  }

  /** What is not stored yet, the oldest first; `status` is `pending` or `failed` (with a `code`). */
  get messages() {
    return this.#messages;
  }

  /** What was left by an earlier life of this page. @param stored says whether the server has a key already */
  restore(stored) {
    const here = new Set(this.#messages.map((message) => message.key));
    const found = this.kept.all().filter((message) => !here.has(message.key));
    found.filter((message) => stored(message.key)).forEach((message) => this.kept.drop(message.key));
    this.#messages = [...found.filter((message) => !stored(message.key)), ...this.#messages].sort((a, b) => a.order - b.order);
    this.#changed();
  }

  /** Takes a message: `{body, reply_to?, attachments?}`. @param at milliseconds */
  add(message, at) {
    const key = newKey();
    const kept = { ...message, key, order: this.kept.order(), sent_at: new Date(at).toISOString(), status: 'pending' };
    this.#messages.push(kept);
    this.kept.put(key, kept);
    this.#changed();
    this.#pump();
  }

  /** The line stands (again). */
  welcome() {
    this.#sending = null;
    this.#pump();
  }

  /** The server has it. Gives the message back if it was here. */
  stored(key) {
    const message = this.#messages.find((one) => one.key === key) ?? null;
    if (message !== null) {
      this.discard(key);
    }
    if (this.#sending === key) {
      this.#next();
    }
    return message;
  }

  /** An `error`; says whether it was about a message of this box. */
  refused({ key, code, retry_after: wait }) {
    if (key === undefined || key !== this.#sending) {
      return false;
    }
    clearTimeout(this.#timer);
    if (RETRIES.has(code)) {
      this.#timer = setTimeout(() => this.#unanswered(key), (wait ?? 3) * 1000);
    } else {
      this.#alter(key, { status: 'failed', code });
      this.#next();
    }
    return true;
  }

  retry(key) {
    this.#alter(key, { status: 'pending', code: undefined });
    this.#pump();
  }

  discard(key) {
    this.#messages = this.#messages.filter((message) => message.key !== key);
    this.kept.drop(key);
    this.#changed();
  }

  #alter(key, what) {
    this.#messages = this.#messages.map((message) => (message.key === key ? { ...message, ...what } : message));
    const message = this.#messages.find((one) => one.key === key);
    if (message) {
      this.kept.put(key, message);
    }
    this.#changed();
  }

  #next() {
    this.#sending = null;
    clearTimeout(this.#timer);
    this.#pump();
  }

  #pump() {
    const next = this.#messages.find((message) => message.status === 'pending');
    if (this.#sending !== null || !next) {
      return;
    }
    const { key, body, reply_to, attachments } = next;
    const files = attachments?.length > 0 ? { attachment_ids: attachments.map((file) => file.attachment_id) } : {};
    if (this.connection.send({ type: 'chat_send', room_id: this.room, key, body, ...files, ...(reply_to ? { reply_to } : {}) })) {
      this.#sending = key;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#unanswered(key), ANSWER_WITHIN);
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

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

/** A key that nobody else has. */
export function newKey() {
  return crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(36)).join('');
}
