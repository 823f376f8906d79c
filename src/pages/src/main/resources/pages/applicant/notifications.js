// Whether this person is told outside the page, and how far that reaches. Nothing is asked before somebody presses the button for it.

const CHOICE = 'optima.notify';

/**
 * `state`: `unsupported`, `insecure`, `off`, `denied`, `on`. `reach`, once on: `open` (while a tab is open), `closed` (also without),
 * and `why` it is only open: `browser` or `server`. Events: `change`.
 */
export class Notifications extends EventTarget {
  #worker;
  #push;
  #shown = new Map();
  reach = 'open';
  why = null;

  constructor(worker, push) {
    super();
    this.#worker = worker;
    this.#push = push;
    this.#watch();
  }

  /** As the browser says it: `granted`, `denied`, `default`, or `unsupported`. */
  get permission() {
    return 'Notification' in window ? Notification.permission : 'unsupported';
  }

  get state() {
    if (this.permission === 'unsupported') {
      return window.isSecureContext ? 'unsupported' : 'insecure';
    }
    if (this.permission === 'denied') {
      return window.isSecureContext ? 'denied' : 'insecure';
    }
    return this.permission === 'granted' && choice() !== 'off' ? 'on' : 'off';
  }

  /** The page is open: what was switched on before is kept alive. */
  async start() {
    if (this.state === 'on') {
      await this.#reach();
    }
    this.#changed();
  }

  /** Asks the browser; only ever on a click. */
  async turnOn() {
    if (this.permission === 'default') {
      await Notification.requestPermission();
    }
    if (this.permission === 'granted') {
      choose('on');
      this.#changed();
      await this.#reach();
    }
    this.#changed();
  }

  async turnOff() {
    choose('off');
    this.#changed();
    await this.forget();
    this.#changed();
  }

  /** This browser is nobody's now: the server must not ring it. What was chosen stays. */
  async forget() {
    this.reach = 'open';
    for (const tag of [...this.#shown.keys()]) {
      this.close(tag);
    }
    await this.#push.unsubscribe();
  }

  /** Shows one, in the place of an earlier one with this tag. By the worker where there is one: phones know no other way. */
  async show(tag, title, options) {
    if (this.state !== 'on') {
      return;
    }
    const all = { tag, icon: '/pages/shared/icon-192.png', ...options };
    const registration = this.#worker.registration;
    try {
      this.#shown.set(tag, registration ? null : this.#plain(title, all));
      await (registration && alone(() => registration.showNotification(title, all)));
      if (registration && !this.#shown.has(tag)) {
        await this.close(tag); // It was over before it was shown.
      }
    } catch {
      this.#shown.delete(tag); // Title and sound remain.
    }
  }

  #plain(title, options) {
    const { actions, ...plain } = options;
    const note = new Notification(title, plain);
    note.onclick = () => {
      window.focus();
      note.close();
    };
    return note;
  }

  /** @param which of those with this tag; all unless told */
  async close(tag, which = () => true) {
    this.#shown.get(tag)?.close();
    this.#shown.delete(tag);
    await this.closeAll((note) => note.tag === tag && which(note));
  }

  /** Closes those the worker shows that are meant, whoever showed them. */
  async closeAll(meant) {
    const registration = this.#worker.registration;
    const notes = registration?.getNotifications ? await alone(() => registration.getNotifications()) : [];
    notes.filter(meant).forEach((note) => note.close());
  }

  async #reach() {
    const reached = await this.#push.subscribe();
    this.reach = reached === 'closed' ? 'closed' : 'open';
    this.why = reached === 'closed' ? null : reached;
  }

  async #watch() {
    try {
      const status = await navigator.permissions.query({ name: 'notifications' });
      status.onchange = () => this.start();
    } catch {
      this.why = null; // Not every browser tells; the next click finds out.
    }
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

function choice() {
  try {
    return localStorage.getItem(CHOICE);
  } catch {
    return null;
  }
}

function choose(what) {
  try {
    localStorage.setItem(CHOICE, what);
  } catch {
    document.body.dataset.storage = 'off'; // Then the browser's own permission is all there is.
  }
}

// As in the worker: listing them while one is being shown makes Chromium forget that one.
function alone(act) {
  return navigator.locks ? navigator.locks.request('optima-notifications', act) : act();
}
