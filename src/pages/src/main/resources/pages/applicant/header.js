// The bar at the top: who is there, which language, whether one is told, who one is.
import { h, say } from '../shared/dom.js';
import { i18n, t } from '../shared/i18n.js';
import { brand } from '../shared/brand.js';
import { icon } from '../shared/icons.js';
import { avatar } from '../shared/person.js';
import { languages } from './gate.js';

const BELL = { on: ['bell', 'home.bell_on'], off: ['bell', 'home.bell_ask'], denied: ['bellOff', 'home.bell_blocked'] };

export class Header {
  #team = new Map();

  constructor(me, { tone, notifications, choose, settings }) {
    this.me = me;
    this.tone = tone;
    this.notifications = notifications;
    this.presence = h('span', { class: 'presence small', testid: 'team-presence', hidden: true });
    this.bell = h('button', { class: 'btn quiet', testid: 'notifications', 'aria-haspopup': 'dialog', on: { click: settings } });
    this.soundHint = h('button', { class: 'btn quiet', testid: 'sound-hint', label: 'home.sound', hint: 'home.sound', on: { click: () => tone.unlock() } }, icon('sound', 17), h('span', { t: 'home.sound' }));
    this.element = h('header', { class: 'bar' }, brand(), this.presence, h('span', { class: 'grow' }), this.soundHint, languages(choose), this.bell,
      h('span', { title: me.name, role: 'img', 'aria-label': me.name }, avatar(me.name)));
    notifications.addEventListener('change', () => this.#drawBell());
    tone.addEventListener('change', () => this.#drawSound());
    i18n.addEventListener('change', () => this.#drawPresence());
    this.#drawBell();
    this.#drawSound();
  }

  /** Nobody is known to be there any more. */
  forget() {
    this.#team.clear();
    this.#drawPresence();
  }

  present({ user_id: user, online }) {
    this.#team.set(user, online);
    this.#drawPresence();
  }

  #drawPresence() {
    this.presence.hidden = this.#team.size === 0;
    const online = [...this.#team.values()].some(Boolean);
    this.presence.dataset.online = String(online);
    const text = t(online ? 'home.team_online' : 'home.team_offline', { organisation: this.me.organisation });
    this.presence.title = text;
    this.presence.replaceChildren(h('span', { class: `dot ${online ? '' : 'off'}` }), h('span', { class: 'presence-text' }, text));
  }

  #drawBell() {
    const { state, permission } = this.notifications;
    this.bell.hidden = BELL[state] === undefined;
    const [sign, key] = BELL[state] ?? BELL.off;
    this.bell.dataset.permission = permission;
    this.bell.dataset.state = state;
    this.bell.replaceChildren(icon(sign, 17), h('span', { class: 'bell-text', t: key }));
    say(this.bell, 'hint', state === 'denied' ? 'home.bell_blocked_hint' : key);
    say(this.bell, 'label', key);
  }

  #drawSound() {
    this.soundHint.hidden = this.tone.allowed || (navigator.userActivation?.hasBeenActive ?? true);
  }
}
