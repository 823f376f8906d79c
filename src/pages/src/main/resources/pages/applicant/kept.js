// Things that have to survive a reload, each under an entry of its own, so that two tabs do not overwrite each other's.

export class Kept {
  #last = 0;

  /** @param prefix what the names of its entries begin with */
  constructor(prefix, storage = store()) {
    this.prefix = `${prefix}.`;
    this.storage = storage;
  }

  /** All of them, in the order in which they were first put. */
  all() {
    const found = [];
    for (let i = 0; i < (this.storage?.length ?? 0); i += 1) {
      const name = this.storage.key(i);
      if (name.startsWith(this.prefix)) {
        found.push(read(this.storage.getItem(name)));
      }
    }
    return found.filter((value) => value !== null).sort((a, b) => a.order - b.order);
  }

  /** A number that is larger than any that was given before. */
  order(now = Date.now()) {
    this.#last = Math.max(this.#last + 1, now);
    return this.#last;
  }

  /** @param value an object with `order` */
  put(id, value) {
    try {
      this.storage?.setItem(this.prefix + id, JSON.stringify(value));
    } catch {
      this.storage = null; // Storage is full or switched off: things live as long as the page.
    }
  }

  drop(id) {
    this.storage?.removeItem(this.prefix + id);
  }
}

function store() {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

function read(text) {
  try {
    const value = JSON.parse(text);
    return typeof value?.order === 'number' ? value : null;
  } catch {
    return null;
  }
}
