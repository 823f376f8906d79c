// The dialog about notifications: what they are for, the switch, and what to do where the browser says no.
import { h, say } from '../shared/dom.js';
import { icon } from '../shared/icons.js';
import { t } from '../shared/i18n.js';
import { browser } from './browser.js';
import { Dialog } from './dialog.js';

const CHIPS = { on: ['ok', 'notify.on'], off: ['', 'notify.off'], denied: ['bad', 'notify.denied'], unsupported: ['', 'notify.unsupported'], insecure: ['', 'notify.unsupported'] };
const DENIED = { chromium: 'notify.denied_chromium', firefox: 'notify.denied_firefox', safari: 'notify.denied_safari', ios: 'notify.denied_ios', other: 'notify.denied_other' };

export class NotificationSettings {
  constructor(notifications, tone) {
    this.notifications = notifications;
    this.tone = tone;
    this.chip = h('span', { class: 'chip', testid: 'notify-state' });
    this.text = h('p', { testid: 'notify-text' });
    this.more = h('p', { class: 'muted small', testid: 'notify-more' });
    this.switch = h('button', { class: 'btn primary', testid: 'notify-switch', on: { click: () => this.#press() } });
    this.sample = h('button', { class: 'btn', t: 'notify.sample', testid: 'notify-sample', on: { click: () => this.#sample() } });
    this.dialog = new Dialog({ title: 'notify.title', testid: 'notify' },
      h('div', { class: 'row' }, icon('bell', 18), h('span', { class: 'grow', t: 'notify.calls_and_messages' }), this.chip),
      this.text, this.more,
      h('div', { class: 'row wrap' }, this.switch, this.sample),
      h('hr', {}),
      h('div', { class: 'row wrap' }, icon('sound', 18), h('span', { class: 'grow', t: 'notify.tone' }), h('button', { class: 'btn', testid: 'notify-tone', t: 'notify.play', on: { click: () => this.tone.sample() } })));
    notifications.addEventListener('change', () => this.draw());
    this.draw();
  }

  open() {
    this.draw();
    this.dialog.open();
  }

  close() {
    this.dialog.close();
  }

  draw() {
    const { state, reach, why } = this.notifications;
    const [tone, key] = CHIPS[state];
    this.chip.className = `chip ${tone}`;
    say(this.chip, 't', key);
    say(this.text, 't', this.#text(state));
    const more = state === 'on' ? this.#reach(reach, why) : null;
    this.more.hidden = more === null;
    if (more !== null) {
      say(this.more, 't', more);
    }
    this.switch.hidden = state !== 'on' && state !== 'off';
    this.switch.classList.toggle('primary', state === 'off');
    say(this.switch, 't', state === 'on' ? 'notify.turn_off' : 'notify.turn_on');
    this.sample.hidden = state !== 'on';
  }

  #text(state) {
    switch (state) {
      case 'denied':
        return DENIED[browser()];
      case 'insecure':
        return 'notify.insecure_text';
      case 'unsupported':
        return browser() === 'ios' ? 'notify.ios_install' : 'notify.unsupported_text';
      default:
        return state === 'on' ? 'notify.on_text' : 'notify.off_text';
    }
  }

  #reach(reach, why) {
    if (reach === 'closed') {
      return 'notify.reach_closed';
    }
    return why === 'browser' ? 'notify.reach_browser' : 'notify.reach_open';
  }

  async #press() {
    this.switch.disabled = true;
    await (this.notifications.state === 'on' ? this.notifications.turnOff() : this.notifications.turnOn());
    this.switch.disabled = false;
  }

  #sample() {
    this.notifications.show('sample', t('notify.sample_title'), { body: t('notify.sample_text') });
  }
}
