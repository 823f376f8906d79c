// Brings entries from the server into the model: the first page, older and newer ones, what a gap hides, what changed meanwhile.
import { Problem, request } from '../shared/api.js';

const PAGE = 50;
const AROUND = 30;
const CHANGES = 200;

export class ChatSync {
  #busy = new Map();
  #asked = new Set();

  constructor(room, model, unread) {
    this.path = `/api/rooms/${encodeURIComponent(room)}`;
    this.model = model;
    this.unread = unread;
  }

  /** The page where reading stopped, or the newest. */
  async open() {
    const { read_seq: read, last_seq: last, unread } = await request('GET', this.path);
    const behind = last - read > PAGE && read > 0;
    const list = await this.#page(behind ? `after=${Math.max(0, read - AROUND)}&limit=${AROUND + PAGE}` : `limit=${PAGE}`);
    this.unread.start(read);
    this.model.open(list);
    this.unread.counted(unread ?? 0);
    const first = list.messages.find((entry) => entry.seq > read && entry.sender_id !== this.model.me && entry.kind === 'text');
    this.model.newFrom = read > 0 ? first?.seq ?? null : null;
  }

  /** One's own read mark, which another device may have moved meanwhile. */
  mark() {
    return this.#once('mark', async () => {
      const { read_seq: read, unread } = await request('GET', this.path);
      this.unread.raise(read);
      this.unread.counted(unread ?? 0);
    });
  }

  #page(query) {
    return request('GET', `${this.path}/messages?${query}`);
  }

  /** Older ones, from what is here or from the server. */
  older() {
    return this.#once('older', async () => {
      if (this.model.back(PAGE) === 0 && this.model.hasOlder) {
        this.#take(await this.#page(`before=${this.model.from}&limit=${PAGE}`));
        this.model.back(PAGE);
      }
    });
  }

  newer() {
    return this.#once('newer', async () => {
      if (this.model.forth(PAGE) === 0 && !this.model.attached) {
        this.#take(await this.#page(`after=${this.model.to}&limit=${PAGE}`));
        this.model.forth(PAGE);
      }
    });
  }

  /** The newest page. */
  latest() {
    return this.#once('latest', async () => {
      if (!this.model.latest(AROUND)) {
        this.#open(await this.#page(`limit=${PAGE}`));
      }
    });
  }

  /** The page around an entry, unless it is on the screen. */
  around(seq) {
    return this.#once('around', async () => {
      if (seq < this.model.from || seq > this.model.to) {
        this.#open(await this.#page(`after=${Math.max(0, seq - AROUND)}&limit=${PAGE + AROUND}`));
      }
    });
  }

  /** What is missing between the last and the newest. */
  fill() {
    return this.#once('fill', async () => {
      while (this.model.gap) {
        const before = this.model.last;
        this.model.take(await this.#page(`after=${before}&limit=${PAGE}`));
        if (this.model.last === before) {
          return;
        }
      }
    });
  }

  /** What was edited, taken back or reacted to since the last change that is known here. @param seen is told each entry */
  changes(seen) {
    return this.#once('changes', async () => {
      let more;
      do {
        const { change: before, changeTop: known } = this.model;
        const list = await this.#page(`changes_after=${this.model.change}&limit=${CHANGES}`);
        const full = list.messages.length === CHANGES;
        for (const entry of list.messages) {
          this.model.add(entry);
          seen(entry);
        }
        this.model.marks(list);
        this.model.changedTo(full ? list.messages.at(-1).change : list.last_change);
        more = full || (this.model.changesMissing && (this.model.change > before || this.model.changeTop > known));
      } while (more);
    });
  }

  /** The original of a reply that is not here; asked for once. Says whether something came. */
  async original(messageId) {
    if (this.#asked.has(messageId)) {
      return false;
    }
    this.#asked.add(messageId);
    try {
      this.model.quotes.set(messageId, await request('GET', `${this.path}/messages/${encodeURIComponent(messageId)}`));
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
      if (problem.passing) {
        this.#asked.delete(messageId);
        return false;
      }
      this.model.quotes.set(messageId, null);
    }
    return true;
  }

  #take(list) {
    this.unread.uncovered(list.messages.filter((entry) => !this.model.entries.has(entry.seq)));
    this.model.take(list);
  }

  #open(list) {
    this.unread.uncovered(list.messages.filter((entry) => !this.model.entries.has(entry.seq)));
    this.model.open(list);
  }

  // One of a kind at a time. Says `done`, `busy`, or `failed` if the server did not answer now.
  async #once(kind, work) {
    if (this.#busy.has(kind)) {
      return 'busy';
    }
    this.#busy.set(kind, true);
    try {
      await work();
      return 'done';
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
      return 'failed';
    } finally {
      this.#busy.delete(kind);
    }
  }
}
