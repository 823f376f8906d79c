// Leaving this browser: asked once more, since the link that led here works once.
import { Problem, request } from '../shared/api.js';
import { h } from '../shared/dom.js';
import { Dialog } from './dialog.js';

export class SignOut {
  /** @param done what follows once this browser is nobody's */
  constructor(notifications, done) {
    this.notifications = notifications;
    this.done = done;
    this.problem = h('p', { class: 'gate-problem', role: 'alert', hidden: true, t: 'leave.failed' });
    this.button = h('button', { class: 'btn bad', testid: 'sign-out-confirm', t: 'leave.confirm', on: { click: () => this.#leave() } });
    this.dialog = new Dialog({ title: 'leave.title', testid: 'sign-out' },
      h('p', { t: 'leave.text' }), this.problem,
      h('div', { class: 'row wrap' }, this.button, h('button', { class: 'btn', t: 'leave.stay', on: { click: () => this.dialog.close() } })));
  }

  open() {
    this.problem.hidden = true;
    this.dialog.open();
  }

  close() {
    this.dialog.close();
  }

  // The push goes first: afterwards the server no longer knows whose it was.
  async #leave() {
    this.button.disabled = true;
    try {
      await this.notifications.forget();
      await request('DELETE', '/api/sessions/current');
      forgetAll();
      this.dialog.close();
      this.done();
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
      this.problem.hidden = false;
      this.notifications.start();
    } finally {
      this.button.disabled = false;
    }
  }
}

// What was written and not sent belongs to whoever leaves.
function forgetAll() {
  try {
    for (const storage of [localStorage, sessionStorage]) {
      Object.keys(storage).filter((name) => name.startsWith('optima.')).forEach((name) => storage.removeItem(name));
    }
  } catch {
    document.body.dataset.storage = 'off'; // Where nothing can be kept, nothing is left.
  }
}
