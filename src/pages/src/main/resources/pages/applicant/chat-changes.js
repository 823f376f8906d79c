// One's own edits, deletions and reactions on their way: shown at once, kept until the server has carried them out, sent one at a time.
// They may be sent twice without harm.
import { newKey } from './outbox.js';

const ANSWER_WITHIN = 10_000;
const MOST_TRIES = 4;
const RETRIES = new Set(['rate_limited', 'unavailable', 'internal']);

/** Events: `change`; `refused` (detail: `{change, code}`); `ask`: no answer came, so look what became of it. */
export class Changes extends EventTarget {
  #queue = [];
  #sent = null;
  #timer = 0;

  /** @param entryOf gives an entry by its message id, as the server last said it is */
  constructor(me, room, connection, kept, entryOf) {
    super();
    this.entryOf = entryOf;
    this.me = me;
    this.room = room;
    this.connection = connection;
    this.kept = kept;
  }

  restore() {
    this.#queue = this.kept.all();
  }

  edit(messageId, body) {
    this.#add({ type: 'chat_edit', message_id: messageId, body });
  }

  remove(messageId) {
    this.#add({ type: 'chat_delete', message_id: messageId });
  }

  /** Gives or takes back a reaction. */
  react(messageId, emoji, remove) {
    this.#add({ type: 'chat_react', message_id: messageId, emoji, ...(remove ? { remove: true } : {}) });
  }

  #add(change) {
    const overtaken = this.#queue.filter((one) => one !== this.#sent && sameThing(one, change));
    overtaken.forEach((one) => this.#drop(one));
    const kept = { ...change, id: newKey(), order: this.kept.order(), tries: 0 };
    this.#queue.push(kept);
    this.kept.put(kept.id, kept);
    this.#changed();
    this.#pump();
  }

  welcome() {
    this.#sent = null;
    this.#pump();
  }

  /** An entry as it is now: what it shows already is done. */
  seen(entry) {
    const done = this.#queue.filter((change) => change.message_id === entry.message_id && isDone(change, entry, this.me));
    done.filter((change) => change === this.#sent || !this.#ahead(change)).forEach((change) => this.#done(change));
  }

  // Another change of the same thing goes before, so this one is not done yet, though it looks like it.
  #ahead(change) {
    return this.#queue.some((one) => one.order < change.order && sameThing(one, change));
  }

  /** An `error` that names no key is about the change that is under way. */
  refused({ code, key, call_id: call, retry_after: wait }) {
    if (this.#sent === null || key !== undefined || call !== undefined) {
      return;
    }
    clearTimeout(this.#timer);
    if (RETRIES.has(code) && this.#sent.tries < MOST_TRIES) {
      this.#timer = setTimeout(() => this.#unanswered(), (wait ?? 3) * 1000);
      return;
    }
    const change = this.#sent;
    this.#done(change);
    this.dispatchEvent(new CustomEvent('refused', { detail: { change, code } }));
  }

  #pump() {
    const next = this.#queue[0];
    if (this.#sent !== null || !next) {
      return;
    }
    const entry = this.entryOf(next.message_id);
    if (entry && isDone(next, entry, this.me)) {
      this.#done(next);
      return;
    }
    const { id, order, tries, ...message } = next;
    if (this.connection.send({ ...message, room_id: this.room })) {
      next.tries = tries + 1;
      this.#sent = next;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#unanswered(), ANSWER_WITHIN);
    }
  }

  #unanswered() {
    const change = this.#sent;
    if (change === null) {
      return;
    }
    this.#sent = null;
    if (change.tries >= MOST_TRIES) {
      this.#done(change);
      this.dispatchEvent(new CustomEvent('refused', { detail: { change, code: 'unavailable' } }));
      return;
    }
    this.dispatchEvent(new Event('ask'));
    this.#pump();
  }

  #done(change) {
    if (this.#sent === change) {
      this.#sent = null;
      clearTimeout(this.#timer);
    }
    this.#drop(change);
    this.#changed();
    this.#pump();
  }

  #drop(change) {
    this.#queue = this.#queue.filter((one) => one !== change);
    this.kept.drop(change.id);
  }

  /** An entry as it will be once everything is carried out. */
  over(entry) {
    const own = this.#queue.filter((change) => change.message_id === entry.message_id);
    return own.length === 0 ? entry : { ...own.reduce((now, change) => applied(now, change, this.me), entry), changing: own.some((change) => change.type !== 'chat_react') };
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

function sameThing(one, other) {
  return one.message_id === other.message_id && one.type === other.type && one.emoji === other.emoji;
}

function isDone(change, entry, me) {
  switch (change.type) {
    case 'chat_edit':
      return Boolean(entry.deleted_at) || (entry.body === change.body && Boolean(entry.edited_at));
    case 'chat_delete':
      return Boolean(entry.deleted_at);
    default:
      return Boolean(entry.deleted_at) || given(entry, change.emoji, me) !== Boolean(change.remove);
  }
}

function given(entry, emoji, me) {
  return (entry.reactions ?? []).some((reaction) => reaction.emoji === emoji && reaction.by.includes(me));
}

function applied(entry, change, me) {
  switch (change.type) {
    case 'chat_edit':
      return { ...entry, body: change.body, edited_at: entry.edited_at ?? entry.sent_at };
    case 'chat_delete':
      return { ...entry, deleted_at: entry.deleted_at ?? entry.sent_at, body: '' };
    default:
      return { ...entry, reactions: reacted(entry.reactions ?? [], change, me) };
  }
}

function reacted(reactions, { emoji, remove }, me) {
  const without = reactions
    .map((one) => (one.emoji === emoji ? { emoji, by: one.by.filter((id) => id !== me) } : one))
    .filter((one) => !remove || one.by.length > 0);
  if (remove) {
    return without;
  }
  return without.some((one) => one.emoji === emoji)
    ? without.map((one) => (one.emoji === emoji ? { emoji, by: [...one.by, me] } : one))
    : [...without, { emoji, by: [me] }];
}
