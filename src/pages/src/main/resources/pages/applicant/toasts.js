// Short messages at the page's edge: a few at a time, the rest waits; read aloud once; gone by themselves unless somebody looks at them.
import { h, say } from '../shared/dom.js';
import { icon } from '../shared/icons.js';

const MOST = 3;
const STAYS = 7_000;
const SIGNS = { ok: 'check', warn: 'alert', bad: 'alert', info: 'bell' };

export class Toasts {
  #waiting = [];
  #shown = new Map();

  constructor() {
    // Two regions that are there before anything is said in them, or a screen reader hears nothing.
    this.calm = h('div', { class: 'toast-list', role: 'status', 'aria-live': 'polite' });
    this.urgent = h('div', { class: 'toast-list', role: 'alert', 'aria-live': 'assertive' });
    this.element = h('div', { class: 'toasts', testid: 'toasts', on: { keydown: (e) => this.#key(e) } }, this.urgent, this.calm);
  }

  /**
   * Shows a sentence: `key` of the bundles; or `words()`, and then `key` only tells it from others. `tone`: `info`, `ok`, `warn`, `bad` (stays until it is dismissed).
   * `action`: `{key, run}`. The same sentence twice is shown once.
   */
  show(toast) {
    const id = toast.key;
    if (this.#shown.has(id) || this.#waiting.some((waiting) => waiting.key === id)) {
      return;
    }
    this.#waiting.push({ tone: 'info', ...toast });
    this.#next();
  }

  clear() {
    this.#waiting = [];
    [...this.#shown.keys()].forEach((id) => this.dismiss(id));
  }

  #next() {
    while (this.#shown.size < MOST && this.#waiting.length > 0) {
      this.#open(this.#waiting.shift());
    }
  }

  #open(toast) {
    const { key, tone, action, words } = toast;
    const text = h('span', { class: 'grow' }, words?.() ?? '');
    if (!words) {
      say(text, 't', key);
    }
    const el = h('div', { class: `toast dark ${tone}`, testid: 'toast', data: { key } }, icon(SIGNS[tone], 18), text,
      action ? h('button', { class: 'btn small', testid: 'toast-action', t: action.key, on: { click: () => this.#act(key, action) } }) : null,
      h('button', { class: 'btn quiet icon-only', label: 'home.dismiss', testid: 'toast-dismiss', on: { click: () => this.dismiss(key) } }, icon('close', 16)));
    const entry = { el, timer: 0 };
    const leave = () => {
      clearTimeout(entry.timer);
      entry.timer = tone === 'bad' ? 0 : setTimeout(() => this.dismiss(key), STAYS);
    };
    const stay = () => clearTimeout(entry.timer);
    el.addEventListener('pointerenter', stay);
    el.addEventListener('focusin', stay);
    el.addEventListener('pointerleave', leave);
    el.addEventListener('focusout', leave);
    this.#shown.set(key, entry);
    (tone === 'bad' ? this.urgent : this.calm).append(el);
    leave();
  }

  #act(id, action) {
    this.dismiss(id);
    action.run();
  }

  dismiss(id) {
    const entry = this.#shown.get(id);
    if (entry === undefined) {
      return;
    }
    clearTimeout(entry.timer);
    this.#shown.delete(id);
    entry.el.remove();
    this.#next();
  }

  #key(event) {
    const key = event.target.closest?.('.toast')?.dataset.key;
    if (event.key === 'Escape' && key) {
      this.dismiss(key);
    }
  }
}
