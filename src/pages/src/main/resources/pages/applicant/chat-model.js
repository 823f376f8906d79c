// The chat as this page knows it: what the server stored, by `seq`, and what is still to be stored. No DOM, no network.
import { daysBetween } from '../shared/time.js';

export class ChatModel {
  #entries = new Map();
  #pending = [];
  #first = null;
  #last = 0;
  #top = 0;
  delivered = 0;
  read = 0;

  constructor(me) {
    this.me = me;
  }

  /** Takes a page of the room: the newest one first, then older ones, or what filled a gap. */
  load(list) {
    list.messages.forEach((entry) => this.#put(entry));
    this.#top = Math.max(this.#top, list.last_seq ?? 0);
    this.delivered = Math.max(this.delivered, list.delivered_seq ?? 0);
    this.read = Math.max(this.read, list.read_seq ?? 0);
    if (list.messages.length > 0) {
      const start = list.messages[0].seq;
      this.#first = this.#first === null ? start : Math.min(this.#first, start);
    }
    this.#settle();
  }

  /** A message came; says whether it is new here. */
  add(entry) {
    const fresh = !this.#entries.has(entry.seq);
    this.#put(entry);
    this.#top = Math.max(this.#top, entry.seq);
    this.#first ??= entry.seq;
    this.#settle();
    return fresh;
  }

  #put(entry) {
    this.#entries.set(entry.seq, entry);
    if (entry.key) {
      this.#drop(entry.key, entry.sender_id);
    }
  }

  #drop(key, sender = this.me) {
    if (sender === this.me) {
      this.#pending = this.#pending.filter((p) => p.key !== key);
    }
  }

  // Everything from the first loaded message up to `last` is here without a gap.
  #settle() {
    if (this.#last === 0 && this.#first !== null) {
      this.#last = this.#first - 1;
    }
    while (this.#entries.has(this.#last + 1)) {
      this.#last += 1;
    }
  }

  /** Up to where nothing is missing: what a reconnect resumes from. */
  get last() {
    return this.#last;
  }

  /** Something between `last` and the newest is missing. */
  get gap() {
    return this.#top > this.#last;
  }

  /** The oldest that is here; there is older while it is not 1. */
  get first() {
    return this.#first;
  }

  get hasOlder() {
    return this.#first !== null && this.#first > 1;
  }

  /** Something new to say. */
  compose(key, body, at) {
    this.#pending.push({ key, body, sent_at: new Date(at).toISOString(), status: 'pending' });
  }

  /** What the server should get next: the oldest that is not stored and not refused. */
  next() {
    return this.#pending.find((p) => p.status === 'pending') ?? null;
  }

  ack({ key, message_id, seq, sent_at, room_id }) {
    const mine = this.#pending.find((p) => p.key === key);
    if (mine && !this.#entries.has(seq)) {
      this.add({ room_id, message_id, seq, sender_id: this.me, sender_name: '', kind: 'text', body: mine.body, sent_at, key });
    }
    this.#drop(key);
  }

  /** Refused for good, until the person tries again. */
  refuse(key, code) {
    this.#change(key, { status: 'failed', code });
  }

  retry(key) {
    this.#change(key, { status: 'pending', code: undefined });
  }

  discard(key) {
    this.#drop(key);
  }

  #change(key, what) {
    this.#pending = this.#pending.map((p) => (p.key === key ? { ...p, ...what } : p));
  }

  /** What has to survive a reload. */
  get unsent() {
    return this.#pending;
  }

  restore(pending) {
    const known = new Set([...this.#entries.values()].map((entry) => entry.key));
    this.#pending = pending.filter((p) => !known.has(p.key));
  }

  /** How far the other side has come. */
  status({ user_id, delivered_seq, read_seq }) {
    if (user_id !== this.me) {
      this.delivered = Math.max(this.delivered, delivered_seq ?? 0);
      this.read = Math.max(this.read, read_seq ?? 0);
    }
  }

  /** The newest message of somebody else. */
  get lastOther() {
    return Math.max(0, ...[...this.#entries.values()].filter((e) => e.sender_id !== this.me).map((e) => e.seq));
  }

  /** What is shown, from top to bottom: `day`, `text`, `call`, each with an id that stays. */
  items() {
    const entries = [...this.#entries.values()].filter((e) => e.seq <= this.#last).sort((a, b) => a.seq - b.seq);
    const all = [...entries.map((entry) => this.#stored(entry)), ...this.#pending.map((p) => ({ ...p, id: `k${p.key}`, type: 'text', own: true, sender_id: this.me }))];
    const items = [];
    let before = null;
    for (const item of all) {
      if (before === null || daysBetween(before.sent_at, item.sent_at) !== 0) {
        items.push({ type: 'day', id: `d${item.id}`, sent_at: item.sent_at });
        before = null;
      }
      items.push({ ...item, follows: before?.type === 'text' && item.type === 'text' && before.sender_id === item.sender_id });
      before = item;
    }
    return items;
  }

  #stored(entry) {
    const own = entry.sender_id === this.me;
    return { ...entry, id: entry.key && own ? `k${entry.key}` : `s${entry.seq}`, type: entry.kind === 'call' ? 'call' : 'text', own, status: own ? this.#reach(entry.seq) : undefined };
  }

  #reach(seq) {
    if (seq <= this.read) {
      return 'read';
    }
    return seq <= this.delivered ? 'delivered' : 'sent';
  }
}
