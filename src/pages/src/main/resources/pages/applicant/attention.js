// Calls for attention outside the page: the title, the browser's notifications, the phone's vibration.
import { t } from '../shared/i18n.js';

const FLASH_EVERY = 1_000;
const VIBRATION = [400, 200, 400, 1_400];

export class Attention extends EventTarget {
  #unseen = 0;
  #flash = 0;
  #shake = 0;
  #notes = new Map();

  constructor() {
    super();
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.#seen());
    addEventListener('focus', () => this.#seen());
  }

  /** `granted`, `denied`, `default`, or `unsupported`. */
  get permission() {
    return 'Notification' in window ? Notification.permission : 'unsupported';
  }

  /** Asks; only ever on a click. */
  async ask() {
    if (this.permission === 'default') {
      await Notification.requestPermission();
    }
    this.dispatchEvent(new Event('change'));
  }

  message(entry) {
    if (document.visibilityState === 'visible' && document.hasFocus()) {
      return;
    }
    this.#unseen += 1;
    this.#title();
    this.#notify('message', t('attention.message', { name: entry.sender_name }), entry.body);
  }

  ring(name) {
    if (this.#flash !== 0) {
      return;
    }
    let on = true;
    const show = () => {
      document.title = on ? t('attention.calling', { name }) : this.#calm();
      on = !on;
    };
    show();
    this.#flash = setInterval(show, FLASH_EVERY);
    const shake = () => navigator.userActivation?.hasBeenActive && navigator.vibrate?.(VIBRATION);
    shake();
    this.#shake = setInterval(shake, 2_400);
    if (document.visibilityState !== 'visible' || !document.hasFocus()) {
      this.#notify('ring', t('attention.calling', { name }), t('attention.answer'), { requireInteraction: true, renotify: true });
    }
  }

  ringStopped() {
    clearInterval(this.#flash);
    clearInterval(this.#shake);
    this.#flash = 0;
    if (navigator.userActivation?.hasBeenActive) {
      navigator.vibrate?.(0);
    }
    this.#notes.get('ring')?.close();
    this.#notes.delete('ring');
    this.#title();
  }

  #notify(tag, title, body, more = {}) {
    if (this.permission !== 'granted') {
      return;
    }
    try {
      const note = new Notification(title, { tag, body, icon: '/pages/shared/icon.svg', ...more });
      note.onclick = () => {
        window.focus();
        note.close();
      };
      this.#notes.set(tag, note);
    } catch {
      this.#notes.delete(tag); // Chrome on Android has no notifications without a service worker; title and sound remain.
    }
  }

  #seen() {
    this.#unseen = 0;
    this.#notes.get('message')?.close();
    if (this.#flash === 0) {
      this.#title();
    }
  }

  #calm() {
    return this.#unseen > 0 ? `(${this.#unseen}) Optima` : 'Optima';
  }

  #title() {
    document.title = this.#calm();
  }
}
