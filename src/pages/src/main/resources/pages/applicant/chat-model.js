// The chat as this page knows it: entries, the stretch of them that is on the screen, and how far the other side is. No DOM, no network.
import { Entries } from './chat-entries.js';

/** How many entries the stretch on the screen holds at most. */
export const STRETCH = 240;
const KEPT = 3_000;

export class ChatModel {
  #from = 1;
  #to = 0;
  #tail = null;
  #top = 0;
  #attached = false;
  entries = new Entries();
  quotes = new Map();
  names = new Map();
  change = 0;
  changeTop = 0;
  delivered = 0;
  read = 0;
  newFrom = null;

  constructor(me) {
    this.me = me;
  }

  /** The first page, or the one around a place that somebody jumps to: it becomes the stretch on the screen. */
  open(list) {
    if (this.#tail === null) {
      this.#tail = list.last_seq;
      this.change = list.last_change ?? 0;
    }
    this.take(list);
    const seqs = list.messages.map((entry) => entry.seq);
    this.#from = seqs.at(0) ?? 1;
    this.#to = seqs.at(-1) ?? 0;
    this.#attached = this.#to >= this.#tail;
  }

  /** Takes a page without showing it. */
  take(list) {
    list.messages.forEach((entry) => this.#put(entry));
    this.#top = Math.max(this.#top, list.last_seq ?? 0);
    this.marks(list);
    this.#settle();
  }

  /** How far the other side is, as every answer says it. */
  marks({ delivered_seq: delivered, read_seq: read }) {
    this.delivered = Math.max(this.delivered, delivered ?? 0, read ?? 0);
    this.read = Math.max(this.read, read ?? 0);
  }

  /** A message came; says whether it is new here. */
  add(entry) {
    const fresh = entry.seq > (this.#tail ?? 0) && !this.entries.has(entry.seq);
    if (fresh || this.entries.has(entry.seq)) {
      this.#put(entry);
    }
    this.#requote(entry);
    this.#top = Math.max(this.#top, entry.seq);
    this.#settle();
    return fresh;
  }

  #put(entry) {
    this.entries.put(entry);
    if (entry.sender_name) {
      this.names.set(entry.sender_id, entry.sender_name);
    }
  }

  // A quoted original that lies outside of what is kept stays true as well.
  #requote(entry) {
    if (this.quotes.has(entry.message_id)) {
      this.quotes.set(entry.message_id, entry);
    }
  }

  #settle() {
    if (this.#tail !== null) {
      this.#tail = this.entries.run(this.#tail, 1, Infinity);
    }
  }

  /** All changes up to this number are known here. */
  changedTo(change) {
    this.change = Math.max(this.change, change ?? 0);
  }

  /** A change is known to have been made that is not known here. */
  get changesMissing() {
    return this.changeTop > this.change;
  }

  /** A change came by itself; says whether others before it are missing. */
  changed(change) {
    this.changeTop = Math.max(this.changeTop, change);
    if (change === this.change + 1) {
      this.changedTo(change);
    }
    return this.changesMissing;
  }

  /** The newest entry of somebody else up to `seq`, 0 if none is here. */
  lastOther(seq) {
    let at = seq;
    while (this.entries.get(at)?.sender_id === this.me) {
      at -= 1;
    }
    return this.entries.has(at) ? at : 0;
  }

  reacted({ message_id: id, reactions, change }) {
    this.entries.react(id, reactions, change);
  }

  /** Up to where nothing is missing: what a reconnect resumes from. */
  get last() {
    return this.#tail ?? 0;
  }

  get loaded() {
    return this.#tail !== null;
  }

  /** Something between `last` and the newest is missing. */
  get gap() {
    return this.#top > this.last;
  }

  get from() {
    return this.#from;
  }

  get to() {
    return this.#to;
  }

  /** The stretch reaches the newest message and goes along with it. */
  get attached() {
    return this.#attached;
  }

  get hasOlder() {
    return this.loaded && this.#from > 1 && this.#to >= this.#from;
  }

  /** Shows up to `steps` older ones of those that are here; says how many. The newest go when it gets too long. */
  back(steps) {
    const before = this.#from;
    this.#from = this.entries.run(this.#from, -1, steps);
    if (this.#to - this.#from >= STRETCH) {
      this.#to = this.#from + STRETCH - 1;
      this.#attached = this.#to >= this.last;
    }
    this.#tidy();
    return before - this.#from;
  }

  /** Shows up to `steps` newer ones of those that are here; says how many. */
  forth(steps) {
    const before = this.#to;
    this.#to = this.entries.run(this.#to, 1, Math.min(steps, this.last - this.#to));
    this.#from = Math.max(this.#from, this.#to - STRETCH + 1);
    this.#attached = this.#to >= this.last;
    this.#tidy();
    return this.#to - before;
  }

  /** Goes along with what came in, before it is drawn. @param stick the reader is at the end */
  follow(stick) {
    if (!this.#attached || this.#to >= this.last) {
      return;
    }
    if (this.#to < this.#from) {
      this.#from = this.#to + 1;
    }
    this.#to = stick ? this.last : Math.min(this.last, this.#from + STRETCH - 1);
    this.#from = Math.max(this.#from, this.#to - STRETCH + 1);
    this.#attached = this.#to >= this.last;
    this.#tidy();
  }

  /** Shows the newest if enough of them are here; says whether. */
  latest(enough) {
    const start = this.entries.run(this.last + 1, -1, enough);
    if (this.last - start + 1 < Math.min(enough, this.last)) {
      return false;
    }
    this.#from = start;
    this.#to = this.last;
    this.#attached = true;
    return true;
  }

  /** What was forgotten, so that it may be counted. */
  forgotten = () => {};

  #tidy() {
    if (this.entries.size > KEPT * 1.2) {
      this.forgotten(this.entries.forget(this.#from, this.#to, KEPT));
    }
  }

  /** The entries on the screen, in order. */
  shown() {
    const shown = [];
    for (let seq = this.#from; seq <= this.#to; seq += 1) {
      const entry = this.entries.get(seq);
      if (entry !== null) {
        shown.push(entry);
      }
    }
    return shown;
  }

  /** The original of a reply: an entry, null if it is not there, undefined if that is not known yet. */
  quoted(messageId) {
    return this.entries.find(messageId) ?? this.quotes.get(messageId);
  }

  /** How far the other side has come. */
  status({ user_id, delivered_seq, read_seq }) {
    if (user_id !== this.me) {
      this.marks({ delivered_seq, read_seq });
    }
  }

  reach(seq) {
    if (seq <= this.read) {
      return 'read';
    }
    return seq <= this.delivered ? 'delivered' : 'sent';
  }
}
