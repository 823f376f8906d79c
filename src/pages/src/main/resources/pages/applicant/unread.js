// How many messages have not been read: those of somebody else, said or asking to be called, not taken back, past one's own read mark.

const COUNTED = new Set(['text', 'call_me']);

export class Unread {
  #mark = 0;
  #hidden = 0;

  constructor(model) {
    this.model = model;
    model.forgotten = (entries) => {
      this.#hidden += entries.filter((entry) => this.#counts(entry)).length;
    };
  }

  /** One's own read mark, as the server has it. */
  start(readSeq) {
    this.#mark = readSeq;
  }

  /** What the server counts; of use only while not all that is unread is here. */
  counted(count) {
    this.#hidden = this.#complete ? 0 : Math.max(0, count - this.#here);
  }

  /** Entries that came from the past: they are hidden no more. */
  uncovered(entries) {
    this.#hidden = Math.max(0, this.#hidden - entries.filter((entry) => this.#counts(entry)).length);
  }

  /** Read up to `seq`, here or on another device. */
  raise(seq) {
    if (seq > this.#mark) {
      this.#mark = seq;
      if (this.#complete) {
        this.#hidden = 0;
      }
    }
  }

  get mark() {
    return this.#mark;
  }

  get count() {
    return this.#hidden + this.#here;
  }

  // The run that ends at the newest reaches down to the mark.
  get #complete() {
    const { entries, last } = this.model;
    return last <= this.#mark || (entries.has(last) && entries.run(last, -1, last - this.#mark - 1) <= this.#mark + 1);
  }

  get #here() {
    let count = 0;
    for (const entry of this.model.entries.all()) {
      count += this.#counts(entry) ? 1 : 0;
    }
    return count;
  }

  #counts(entry) {
    return entry.seq > this.#mark && COUNTED.has(entry.kind) && entry.sender_id !== this.model.me && !entry.deleted_at;
  }
}
