// What the server said of a room's entries, by `seq`. Of two versions of an entry the one with the newer change stays.

export class Entries {
  #bySeq = new Map();
  #seqs = new Map();

  /** Keeps an entry; says whether it was not here before. */
  put(entry) {
    const old = this.#bySeq.get(entry.seq);
    if (old && (old.change ?? 0) > (entry.change ?? 0)) {
      return false;
    }
    this.#bySeq.set(entry.seq, entry);
    this.#seqs.set(entry.message_id, entry.seq);
    return old === undefined;
  }

  /** The reactions of a message as they are now; says whether that was news. */
  react(messageId, reactions, change) {
    const old = this.find(messageId);
    if (!old || (old.change ?? 0) >= change) {
      return false;
    }
    this.put({ ...old, reactions, change });
    return true;
  }

  has(seq) {
    return this.#bySeq.has(seq);
  }

  get(seq) {
    return this.#bySeq.get(seq) ?? null;
  }

  find(messageId) {
    return this.get(this.#seqs.get(messageId));
  }

  get size() {
    return this.#bySeq.size;
  }

  all() {
    return this.#bySeq.values();
  }

  /** The end of the unbroken run from `seq` on, at most `steps` away; `by` is 1 or -1. */
  run(seq, by, steps) {
    let at = seq;
    for (let i = 0; i < steps && this.has(at + by); i += 1) {
      at += by;
    }
    return at;
  }

  /** Forgets what is farthest from [from, to] until `most` are left; the forgotten are given back. */
  forget(from, to, most) {
    const distance = (seq) => Math.max(from - seq, seq - to, 0);
    const far = [...this.#bySeq.keys()].filter((seq) => distance(seq) > 0).sort((a, b) => distance(b) - distance(a));
    return far.slice(0, Math.max(0, this.size - most)).map((seq) => {
      const entry = this.#bySeq.get(seq);
      this.#bySeq.delete(seq);
      this.#seqs.delete(entry.message_id);
      return entry;
    });
  }
}
