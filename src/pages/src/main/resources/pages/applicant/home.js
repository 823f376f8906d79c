// The applicant's page once it is open: header, cards, chat, and the line that keeps them up to date.
import { announce, h } from '../shared/dom.js';
import { i18n, t } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { Problem, request } from '../shared/api.js';
import { Backoff } from '../shared/backoff.js';
import { ServerClock } from '../shared/server-clock.js';
import { Connection } from '../shared/socket.js';
import { Attention } from './attention.js';
import { Chat } from './chat.js';
import { DeviceCheck } from './device-check.js';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { History } from './history.js';
import { LiveCall } from './live-call.js';
import { Meetings } from './meetings.js';
import { Notice } from './notice.js';
import { Notifications } from './notifications.js';
import { NotificationSettings } from './notification-settings.js';
import { Push } from './push.js';
import { Reminders } from './reminders.js';
import { SignOut } from './sign-out.js';
import { Tabs } from './tabs.js';
import { Toasts } from './toasts.js';
import { Tone } from './tone.js';
import { WorkerLink } from './worker-link.js';

// A line that is back within this time was never worth a banner.
const CALM = 1_500;

export class Home {
  #bannerTimer = 0;
  #told = null;

  constructor(me, install, signedOut) {
    this.me = me;
    this.signedOut = signedOut;
    this.clock = new ServerClock();
    this.tabs = new Tabs();
    this.tone = new Tone(this.tabs);
    this.toasts = new Toasts();
    this.worker = new WorkerLink((id) => this.#ringsFor(id));
    this.notifications = new Notifications(this.worker, new Push(this.worker));
    this.attention = new Attention(this.notifications, this.tabs, me.room_id);
    this.connection = new Connection({ clock: this.clock, hello: () => ({ last_seq: this.chat.lastSeq }) });
    this.live = new LiveCall(me, this.connection, this.clock, this.tone, this.attention);
    this.chat = new Chat(me, this.connection, this.clock, this.attention, { join: (id) => this.live.join(id), meeting: (id) => this.meetings.show(id) });
    this.settings = new NotificationSettings(this.notifications, this.tone);
    this.leave = new SignOut(this.notifications, () => this.#gone());
    this.element = this.#build(install);
    this.#wire();
  }

  #build(install) {
    this.history = new History(this.me.room_id, this.clock);
    this.check = new DeviceCheck();
    this.meetings = new Meetings(this.me, this.clock, { open: (id, url) => this.live.enter(id, url) });
    this.reminders = new Reminders(this.toasts, this.attention, { show: (id) => this.meetings.show(id) });
    this.notice = new Notice(this.me.user_id, { write: () => this.chat.view.focus(), join: (id) => this.live.join(id) });
    const settings = () => this.settings.open();
    this.header = new Header(this.me, { tone: this.tone, notifications: this.notifications, settings, choose: (language) => this.#choose(language) });
    this.footer = new Footer({ notifications: this.notifications, install, settings, leave: () => this.leave.open() });
    this.banner = h('div', { class: 'banner', role: 'status', testid: 'offline-banner', hidden: true }, icon('offline', 17), h('span', { t: 'home.offline' }),
      h('button', { class: 'link', t: 'home.try_now', on: { click: () => this.connection.hurry() } }));
    return h('div', { class: 'home' }, this.header.element, this.banner,
      h('main', { class: 'columns' },
        h('div', { class: 'column side-column' }, this.#hello(), this.notice.element, this.meetings.element, this.check.element, this.history.element, this.footer.element),
        h('div', { class: 'column' }, this.chat.view.element)),
      this.toasts.element);
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
    this.live.addEventListener('opened', () => this.#opened());
    this.live.addEventListener('lost', () => this.notice.lost());
    this.live.addEventListener('rejoin', ({ detail }) => this.notice.offer(detail));
    this.worker.addEventListener('answer', ({ detail }) => this.live.answer(detail));
    this.worker.addEventListener('meeting', ({ detail }) => this.meetings.show(detail));
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
    await this.worker.start();
    await this.#sweep();
    document.body.dataset.worker = this.worker.registration === null ? 'none' : 'ready';
    await this.notifications.start();
  }

  #welcome(message) {
    this.header.forget();
    this.chat.welcome(message);
    this.live.welcome(message);
    const live = message.live_calls ?? [];
    this.#told = { at: Date.now(), ringing: live.filter((call) => call.state === 'RINGING').map((call) => call.call_id) };
    this.#sweep();
    this.history.load();
    this.meetings.load();
    this.worker.update();
  }

  // The line may stand before the worker is there that knows what was shown.
  async #sweep() {
    if (this.#told !== null) {
      await this.attention.ringing(this.#told);
    }
  }

  #receive(message) {
    if (message.type === 'presence') {
      this.header.present(message);
    }
    this.meetings.receive(message);
    this.reminders.receive(message);
    this.chat.receive(message);
    this.live.receive(message);
  }

  // A push may be quicker than the line, or the line may be dead: both are looked at before the worker rings instead.
  #ringsFor(callId) {
    this.connection.hurry();
    return this.live.rings(callId);
  }

  #opened() {
    this.check.stop();
    this.settings.close();
    this.leave.close();
    this.notice.clear();
    this.toasts.clear();
  }

  #over({ call, here }) {
    if (here || call.outcome === 'offline') {
      this.notice.over(call);
    }
    this.history.load();
  }

  #refused() {
    this.notifications.forget();
    this.#gone();
  }

  #gone() {
    this.connection.stop();
    this.meetings.stop();
    this.live.stop();
    this.check.stop();
    this.settings.close();
    this.attention.unread(0);
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

  #choose(language) {
    i18n.use(language);
    request('PATCH', '/api/sessions/current', { body: { language } }).catch((problem) => {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
      this.toasts.show({ key: 'home.language_unsaved', tone: 'warn' });
    });
  }
}
