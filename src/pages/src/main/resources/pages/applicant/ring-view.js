// The dialog of a ring: who calls, two buttons, how long it still rings.
import { announce, h, say } from '../shared/dom.js';
import { i18n, t } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { avatar } from '../shared/person.js';
import { length, secondsUntil } from '../shared/time.js';

// A key meant for the message that is being written must not answer a call.
const DEAF_FOR = 900;

export class RingView {
  #dialog = null;
  #timer = 0;
  #before = null;
  #openedAt = 0;
  #texts = () => {};

  constructor(organisation, clock, tone, act) {
    this.organisation = organisation;
    this.clock = clock;
    this.tone = tone;
    this.act = act;
    tone.addEventListener('change', () => this.#sound());
    i18n.addEventListener('change', () => this.#texts());
  }

  get open() {
    return this.#dialog !== null;
  }

  show(ring) {
    if (this.#dialog === null) {
      this.#build(ring.call);
    }
    this.ring = ring;
    this.#dialog.dataset.phase = ring.phase;
    const answering = ring.phase === 'answering';
    this.accept.disabled = answering;
    this.reject.disabled = answering;
    say(this.acceptText, 't', answering ? 'ring.connecting' : 'ring.accept');
    this.#tick();
  }

  hide() {
    if (this.#dialog === null) {
      return;
    }
    clearInterval(this.#timer);
    const dialog = this.#dialog;
    this.#dialog = null;
    dialog.close();
    dialog.remove();
    this.#before?.focus?.();
    this.#before = null;
  }

  #build(call) {
    this.#before = document.activeElement;
    this.#openedAt = performance.now();
    const title = h('h2', { id: 'ring-title', class: 'ring-title', testid: 'ring-caller' });
    const about = h('p', { id: 'ring-about', class: 'ring-dim' }, this.organisation);
    this.#texts = () => {
      title.textContent = t('ring.calls', { name: call.caller_name });
    };
    this.#texts();
    this.countdown = h('span', { class: 'nums', testid: 'ring-countdown', role: 'timer', 'aria-live': 'off' });
    this.sound = h('button', { class: 'btn small', testid: 'enable-sound', on: { click: () => this.tone.unlock() } }, icon('sound', 16), h('span', { t: 'ring.sound' }));
    this.acceptText = h('span', { t: 'ring.accept' });
    this.reject = h('button', { class: 'btn bad big', testid: 'reject', on: { click: (e) => this.#press(e, 'reject') } }, icon('close', 20), h('span', { t: 'ring.reject' }));
    this.accept = h('button', { class: 'btn ok big', testid: 'accept', on: { click: (e) => this.#press(e, 'accept') } }, icon('check', 20), this.acceptText);
    this.#dialog = h('dialog', { class: 'ring dark', role: 'alertdialog', testid: 'ring', tabindex: '-1', 'aria-modal': 'true', 'aria-labelledby': 'ring-title', 'aria-describedby': 'ring-about', on: { cancel: (e) => e.preventDefault(), close: () => this.#dialog?.showModal(), keydown: (e) => this.#trap(e) } },
      h('p', { class: 'ring-dim', t: 'ring.request' }),
      h('div', { class: 'pulse' }, avatar(call.caller_name, 'large')),
      title, about,
      h('div', { class: 'ring-buttons' }, this.reject, this.accept),
      h('p', { class: 'ring-dim ring-foot' }, icon('mic', 15), icon('camera', 15), h('span', { t: 'ring.camera_later' }), h('span', { 'aria-hidden': 'true' }, '·'), this.countdown),
      this.sound);
    document.getElementById('over').append(this.#dialog);
    const writing = this.#before?.matches?.('textarea, input');
    this.careful = Boolean(writing);
    this.#dialog.showModal();
    (writing ? this.#dialog : this.accept).focus();
    this.#sound();
    this.#timer = setInterval(() => this.#tick(), 250);
    announce(t('ring.calls', { name: call.caller_name }));
  }

  #press(event, act) {
    const byKey = event.detail === 0;
    if (byKey && this.careful && performance.now() - this.#openedAt < DEAF_FOR) {
      return;
    }
    this.act[act]();
  }

  // The browser keeps the rest of the page out of reach; this keeps Tab from leaving for the browser's own bars, and
  // Escape from closing what needs an answer (Chromium does so at the second press, whatever `cancel` says).
  #trap(event) {
    if (event.key === 'Escape') {
      event.preventDefault();
    }
    if (event.key !== 'Tab') {
      return;
    }
    const stops = [...this.#dialog.querySelectorAll('button')].filter((b) => !b.disabled && !b.hidden);
    if (stops.length === 0) {
      event.preventDefault();
      return;
    }
    const at = stops.indexOf(document.activeElement);
    const next = event.shiftKey ? (at <= 0 ? stops.length - 1 : at - 1) : (at + 1) % stops.length;
    event.preventDefault();
    stops[next].focus();
  }

  #tick() {
    this.countdown.textContent = length(secondsUntil(this.ring.expiresAt, this.clock.now()));
    this.act.tick();
  }

  #sound() {
    if (this.#dialog !== null) {
      this.sound.hidden = this.tone.allowed;
    }
  }
}
