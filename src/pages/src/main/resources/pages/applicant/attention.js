// Calls for attention outside the page: the title, the sign on the tab and the app, notifications, the phone's vibration.
import { t } from '../shared/i18n.js';

const FLASH_EVERY = 1_000;
const VIBRATION = [400, 200, 400, 1_400];
const ICONS = { calm: '/pages/shared/favicon.svg', alert: '/pages/shared/favicon-alert.svg' };

// A ring, not the word of what became of it, which the worker put in its place.
const asking = (note) => !note.data?.over;

export class Attention {
  #unread = 0;
  #flash = 0;
  #shake = 0;
  #ring = null;

  constructor(notifications, tabs, room) {
    this.room = room;
    this.notifications = notifications;
    this.tabs = tabs;
    document.addEventListener('visibilitychange', () => this.#seen());
    addEventListener('focus', () => this.#seen());
  }

  /** How many messages are unread: in the title, and on the sign of the tab and the app. */
  unread(count) {
    this.#unread = count;
    if (this.#flash === 0) {
      document.title = this.#calm();
    }
    this.#sign();
    const badge = count > 0 ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.();
    badge?.catch(() => {}); // Only an installed app has one.
  }

  /** A message of somebody else came. */
  async message(entry) {
    if (this.tabs.attended || (await this.tabs.attendedElsewhere())) {
      return;
    }
    const body = entry.kind === 'text' ? entry.body : '';
    this.notifications.show(`message-${entry.room_id}`, t('attention.message', { name: entry.sender_name }), { body, renotify: true });
  }

  /** An interview is near, or the reader is missing. */
  async meeting(id, title, body) {
    if (!this.tabs.attended && !(await this.tabs.attendedElsewhere())) {
      this.notifications.show(`meeting-${id}`, title, { body, renotify: true, data: { meeting_id: id } });
    }
  }

  async ring(call) {
    if (this.#ring === call.call_id) {
      return;
    }
    this.ringStopped();
    this.#ring = call.call_id;
    const calling = () => t('attention.calling', { name: call.caller_name });
    let on = true;
    const show = () => {
      document.title = on ? calling() : this.#calm();
      on = !on;
    };
    show();
    this.#sign();
    this.#flash = setInterval(show, FLASH_EVERY);
    const shake = () => navigator.userActivation?.hasBeenActive && navigator.vibrate?.(VIBRATION);
    shake();
    this.#shake = setInterval(shake, 2_400);
    if (!this.tabs.attended && !(await this.tabs.attendedElsewhere()) && this.#ring === call.call_id) {
      const actions = [{ action: 'accept', title: t('ring.accept') }, { action: 'open', title: t('attention.open') }];
      this.notifications.show(`ring-${call.call_id}`, calling(), { body: t('attention.answer'), requireInteraction: true, renotify: true, actions, data: { call_id: call.call_id, caller_name: call.caller_name, shown: Date.now() } });
    }
  }

  /**
   * The line stands (again): what was shown before that and asks to answer a call that does not ring is out of date.
   * @param ringing ids of calls; @param at when that was told, in milliseconds of this device, as a note's `shown`
   */
  async ringing({ ringing, at }) {
    this.#seen();
    const tags = new Set([...ringing, this.#ring].map((id) => `ring-${id}`));
    await this.notifications.closeAll((note) => note.tag.startsWith('ring-') && asking(note) && !tags.has(note.tag) && (note.data?.shown ?? 0) < at);
  }

  ringStopped() {
    if (this.#ring === null) {
      return;
    }
    clearInterval(this.#flash);
    clearInterval(this.#shake);
    this.#flash = 0;
    if (navigator.userActivation?.hasBeenActive) {
      navigator.vibrate?.(0);
    }
    this.notifications.close(`ring-${this.#ring}`, asking);
    this.#ring = null;
    document.title = this.#calm();
    this.#sign();
  }

  #seen() {
    if (this.tabs.attended) {
      this.notifications.close(`message-${this.room}`);
      this.notifications.closeAll((note) => note.tag.startsWith('meeting-'));
      this.notifications.closeAll((note) => note.tag.startsWith('ring-') && !asking(note));
    }
  }

  #calm() {
    return this.#unread > 0 ? `(${this.#unread}) Optima` : 'Optima';
  }

  #sign() {
    const link = document.querySelector('link[rel="icon"]');
    const href = this.#unread > 0 || this.#ring !== null ? ICONS.alert : ICONS.calm;
    if (link && link.getAttribute('href') !== href) {
      link.setAttribute('href', href);
    }
  }
}
