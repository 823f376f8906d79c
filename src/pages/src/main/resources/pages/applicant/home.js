// The applicant's page once it is open: header, cards, chat, and the line that keeps them up to date.
import { announce, h, say } from '../shared/dom.js';
import { i18n, t } from '../shared/i18n.js';
import { brand } from '../shared/brand.js';
import { icon } from '../shared/icons.js';
import { Problem, request } from '../shared/api.js';
import { Backoff } from '../shared/backoff.js';
import { avatar } from '../shared/person.js';
import { ServerClock } from '../shared/server-clock.js';
import { Connection } from '../shared/socket.js';
import { Attention } from './attention.js';
import { Chat } from './chat.js';
import { DeviceCheck } from './device-check.js';
import { History } from './history.js';
import { LiveCall } from './live-call.js';
import { Notice } from './notice.js';
import { Tone } from './tone.js';
import { languages } from './gate.js';

// A line that is back within this time was never worth a banner.
const CALM = 1_500;

export class Home {
  #bannerTimer = 0;
  #team = new Map();

  constructor(me, signedOut) {
    this.me = me;
    this.signedOut = signedOut;
    this.clock = new ServerClock();
    this.tone = new Tone();
    this.attention = new Attention();
    this.connection = new Connection({ clock: this.clock, hello: () => ({ last_seq: this.chat.lastSeq }) });
    this.chat = new Chat(me, this.connection, this.clock, this.attention, { join: (id) => this.live.join(id) });
    this.history = new History(me.room_id, this.clock);
    this.check = new DeviceCheck();
    this.live = new LiveCall(me, this.connection, this.clock, this.tone, this.attention);
    this.notice = new Notice(me.user_id, { write: () => this.chat.view.focus(), join: (id) => this.live.join(id) });
    this.element = this.#build();
    this.#wire();
  }

  #build() {
    this.presence = h('span', { class: 'presence small', testid: 'team-presence', hidden: true });
    this.bell = h('button', { class: 'btn quiet', testid: 'notifications', on: { click: () => this.attention.ask() } });
    this.soundHint = h('button', { class: 'btn quiet', testid: 'sound-hint', on: { click: () => this.tone.unlock() } }, icon('sound', 17), h('span', { t: 'home.sound' }));
    this.banner = h('div', { class: 'banner', role: 'status', testid: 'offline-banner', hidden: true }, icon('offline', 17), h('span', { t: 'home.offline' }),
      h('button', { class: 'link', t: 'home.try_now', on: { click: () => this.connection.hurry() } }));
    return h('div', { class: 'home' },
      h('header', { class: 'bar' },
        brand(),
        this.presence, h('span', { class: 'grow' }), this.soundHint, languages((language) => this.#choose(language)), this.bell,
        h('span', { title: this.me.name, role: 'img', 'aria-label': this.me.name }, avatar(this.me.name))),
      this.banner,
      h('main', { class: 'columns' },
        h('div', { class: 'column side-column' }, this.#hello(), this.notice.element, this.check.element, this.history.element),
        h('div', { class: 'column' }, this.chat.view.element)));
  }

  #hello() {
    const words = () => t('home.hello', { name: this.me.name });
    const title = h('h1', {}, words());
    i18n.addEventListener('change', () => {
      title.textContent = words();
    });
    return h('div', { class: 'hello' }, title, h('p', { class: 'muted', t: 'home.keep_open' }));
  }

  #wire() {
    this.connection.addEventListener('state', ({ detail }) => this.#line(detail));
    this.connection.addEventListener('welcome', ({ detail }) => this.#welcome(detail));
    this.connection.addEventListener('message', ({ detail }) => this.#receive(detail));
    this.connection.addEventListener('refused', () => this.#refused());
    this.live.addEventListener('over', ({ detail }) => this.#over(detail));
    this.live.addEventListener('elsewhere', ({ detail }) => this.notice.elsewhere(detail));
    this.live.addEventListener('opened', () => {
      this.check.stop();
      this.notice.clear();
    });
    this.live.addEventListener('lost', () => this.notice.lost());
    this.live.addEventListener('rejoin', ({ detail }) => this.notice.offer(detail));
    this.attention.addEventListener('change', () => this.#bell());
    this.tone.addEventListener('change', () => this.#sound());
    i18n.addEventListener('change', () => this.#drawPresence());
    this.#bell();
    this.#sound();
    document.body.dataset.connection = 'connecting';
  }

  /** Loads what is there and opens the line; while the server is away, tries again. */
  async start(backoff = new Backoff({ first: 800, most: 10_000 })) {
    try {
      await this.chat.load();
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
      if (problem.status === 401) {
        this.#refused();
        return;
      }
      this.#line('offline');
      setTimeout(() => this.start(backoff), backoff.next());
      return;
    }
    this.connection.start();
    this.history.load();
  }

  #welcome(message) {
    this.#team.clear();
    this.#drawPresence();
    this.chat.welcome(message);
    this.live.welcome(message);
    this.history.load();
  }

  #receive(message) {
    if (message.type === 'presence') {
      this.#team.set(message.user_id, message.online);
      this.#drawPresence();
    }
    this.chat.receive(message);
    this.live.receive(message);
  }

  #over({ call, here }) {
    if (here || call.outcome === 'offline') {
      this.notice.over(call);
    }
    this.history.load();
  }

  #refused() {
    this.connection.stop();
    this.live.frame.hide();
    this.signedOut();
  }

  #line(state) {
    document.body.dataset.connection = state;
    clearTimeout(this.#bannerTimer);
    if (state === 'online') {
      if (!this.banner.hidden) {
        announce(t('home.online_again'));
      }
      this.banner.hidden = true;
    } else if (this.banner.hidden) {
      this.#bannerTimer = setTimeout(() => {
        this.banner.hidden = false;
      }, CALM);
    }
  }

  #drawPresence() {
    this.presence.hidden = this.#team.size === 0;
    const online = [...this.#team.values()].some(Boolean);
    this.presence.dataset.online = String(online);
    this.presence.replaceChildren(h('span', { class: `dot ${online ? '' : 'off'}` }), t(online ? 'home.team_online' : 'home.team_offline', { organisation: this.me.organisation }));
  }

  #bell() {
    const { permission } = this.attention;
    const [sign, key] = { granted: ['bell', 'home.bell_on'], denied: ['bellOff', 'home.bell_blocked'] }[permission] ?? ['bell', 'home.bell_ask'];
    this.bell.hidden = permission === 'unsupported';
    this.bell.disabled = permission === 'granted';
    this.bell.dataset.permission = permission;
    this.bell.replaceChildren(icon(sign, 17), h('span', { class: 'bell-text', t: key }));
    say(this.bell, 'hint', permission === 'denied' ? 'home.bell_blocked_hint' : key);
    say(this.bell, 'label', key);
  }

  #sound() {
    this.soundHint.hidden = this.tone.allowed || (navigator.userActivation?.hasBeenActive ?? true);
  }

  #choose(language) {
    i18n.use(language);
    request('PATCH', '/api/sessions/current', { body: { language } }).catch((problem) => {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
    });
  }
}
