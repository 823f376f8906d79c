// What the server said of a room's entries, by `seq`. Words and reactions come by different ways and may overtake each other,
// so each has its own version: the number of the change that brought it.

export class Entries {
  #bySeq = new Map();
  #seqs = new Map();
  #versions = new Map();

  /** Keeps an entry, of which everything is as of its `change`; says whether it was not here before. */
  put(entry) {
    const old = this.get(entry.seq);
    const change = entry.change ?? 0;
    const { words, reactions } = this.#versions.get(entry.seq) ?? { words: 0, reactions: 0 };
    const said = old === null || change >= words ? entry : old;
    const given = old === null || change >= reactions ? entry.reactions : old.reactions;
    this.#keep({ ...said, reactions: given }, { words: Math.max(words, change), reactions: Math.max(reactions, change) });
    return old === null;
  }

  /** The reactions of a message as of `change`. */
  react(messageId, given, change) {
    const old = this.find(messageId);
    const versions = old && this.#versions.get(old.seq);
    if (old && versions.reactions < change) {
      this.#keep({ ...old, reactions: given }, { ...versions, reactions: change });
    }
  }

  #keep(entry, versions) {
    this.#bySeq.set(entry.seq, entry);
    this.#seqs.set(entry.message_id, entry.seq);
    this.#versions.set(entry.seq, versions);
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
      this.#versions.delete(seq);
      return entry;
    });
  }
}
