// Chat: between the line, the model and the view. What came is put in its place, what is said goes out once and in order.
import { announce } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { Calls } from '../shared/calls.js';
import { CallMe } from './call-me.js';
import { ChatAnnouncer } from './chat-announcer.js';
import { Changes } from './chat-changes.js';
import { Inbox } from './chat-inbox.js';
import { items, quote } from './chat-items.js';
import { ChatModel } from './chat-model.js';
import { ChatSync } from './chat-sync.js';
import { ChatView } from './chat-view.js';
import { Composer } from './composer.js';
import { Drafts } from './drafts.js';
import { Kept } from './kept.js';
import { openLarge } from './large-view.js';
import { Outbox } from './outbox.js';
import { changeRefusalKey } from './refusals.js';
import { Search } from './search.js';
import { Typing } from './typing.js';
import { Unread } from './unread.js';

export class Chat {
  #readSent = 0;

  /** @param act `join(callId)`, `meeting(meetingId)` */
  constructor(me, connection, clock, attention, act) {
    this.room = me.room_id;
    this.me = me.user_id;
    this.connection = connection;
    this.clock = clock;
    this.attention = attention;
    this.act = act;
    this.model = new ChatModel(this.me);
    this.unread = new Unread(this.model);
    this.sync = new ChatSync(this.room, this.model, this.unread);
    this.outbox = new Outbox(this.room, connection, new Kept(`optima.unsent.${this.me}`));
    this.changes = new Changes(this.me, this.room, connection, new Kept(`optima.changes.${this.me}`), (id) => this.model.quoted(id));
    this.typing = new Typing(this.me, this.room, connection);
    this.callMe = new CallMe(this.room, connection);
    this.search = new Search(this.room, this.me, clock, { jump: (seq) => this.jump(seq), closed: () => this.view.focus() });
    this.composer = new Composer(this.room, new Drafts(`optima.draft.${this.me}.${this.room}`), this.#writing());
    this.view = new ChatView(this.me, clock, this, this.#doing());
    this.inbox = this.#inbox();
    this.#wire();
  }

  #inbox() {
    const { me, room, model, unread, outbox, changes, callMe, typing, attention } = this;
    return new Inbox({ me, room, model, unread, outbox, changes, callMe, typing, attention, calls: new Calls(), announcer: new ChatAnnouncer() }, {
      draw: () => this.view.draw(),
      fill: () => this.#fill(),
      catchUp: () => this.#catchUp(),
      following: () => this.#looking && this.view.stick,
    });
  }

  #writing() {
    return {
      send: (message) => this.send(message),
      edit: (item, body) => this.changes.edit(item.message_id, body),
      editLast: () => this.#editLast(),
      typing: () => this.typing.tell(),
      emoji: (opener, chosen) => this.view.picker.toggle(opener, chosen),
      quote: (id) => this.#quote(id),
    };
  }

  #doing() {
    return {
      picture: (stick) => this.#picture(stick),
      drawn: () => this.#drawn(),
      scrolled: () => this.#scrolled(),
      older: () => this.older(),
      newer: () => this.newer(),
      latest: () => this.latest(),
      jump: (seq) => this.jump(seq),
      open: openLarge,
      react: (item, emoji) => this.#react(item, emoji),
      reply: (item) => this.composer.reply(item),
      edit: (item) => this.composer.edit(item),
      remove: (item) => this.#remove(item),
      retry: (key) => this.outbox.retry(key),
      discard: (key) => this.outbox.discard(key),
      join: (callId) => this.act.join(callId),
      meeting: (id) => this.act.meeting(id),
      callMe: () => this.callMe.ask(),
    };
  }

  #wire() {
    addEventListener('focus', () => this.seen());
    document.addEventListener('visibilitychange', () => this.seen());
    this.outbox.addEventListener('change', () => this.view.draw());
    this.changes.addEventListener('change', () => this.view.draw());
    this.changes.addEventListener('refused', ({ detail }) => this.composer.complain(changeRefusalKey(detail.code)));
    this.changes.addEventListener('ask', () => this.#catchUp());
    this.callMe.addEventListener('said', ({ detail }) => announce(detail));
    this.connection.addEventListener('state', () => this.view.draw());
  }

  /** The page where reading stopped; what was written and not stored before a reload comes back. */
  async load() {
    await this.sync.open();
    const keys = new Set([...this.model.entries.all()].filter((entry) => entry.sender_id === this.me).map((entry) => entry.key));
    this.outbox.restore((key) => keys.has(key));
    this.changes.restore();
    this.view.begin();
  }

  /** What a hello resumes from. */
  get lastSeq() {
    return this.model.loaded ? { [this.room]: this.model.last } : {};
  }

  /** The line stands (again). */
  welcome({ live_calls: live = [] } = {}) {
    this.inbox.welcome(live);
    this.outbox.welcome();
    this.changes.welcome();
    this.callMe.welcome();
    this.composer.tray.hurry();
    this.#fill();
    this.#catchUp();
    this.#mark();
    this.#readSent = 0;
    this.view.draw();
  }

  receive(message) {
    this.inbox.receive(message);
  }

  send(message) {
    this.model.newFrom = null;
    this.typing.sent();
    this.outbox.add(message, this.clock.now());
    this.latest();
  }

  #react(item, emoji) {
    const mine = item.reactions.some((one) => one.emoji === emoji && one.mine);
    this.changes.react(item.message_id, emoji, mine);
  }

  #remove(item) {
    this.changes.remove(item.message_id);
    this.view.list.find(item.id)?.el.focus();
  }

  #editLast() {
    const last = this.model.shown().findLast((entry) => entry.sender_id === this.me && entry.kind === 'text');
    if (last && !last.deleted_at && last.body !== '') {
      this.composer.edit(this.changes.over(last));
    }
  }

  #quote(messageId) {
    const found = quote(this.model, messageId);
    if (found?.state === 'unknown') {
      this.#original(messageId);
    }
    return found;
  }

  async #original(messageId) {
    if (await this.sync.original(messageId)) {
      this.view.draw();
      this.composer.draw();
    }
  }

  #picture(stick) {
    this.model.follow(stick);
    const pending = this.outbox.messages.map((message) => (message.status === 'pending' && !this.connection.online ? { ...message, status: 'waiting' } : message));
    const shown = items(this.model, pending, (entry) => this.changes.over(entry), (callId) => this.inbox.isLive(callId));
    shown.filter((item) => item.quote?.state === 'unknown').forEach((item) => this.#original(item.quote.message_id));
    return { items: shown, hasOlder: this.model.hasOlder, attached: this.model.attached, unread: this.unread.count };
  }

  #drawn() {
    this.attention.unread(this.unread.count);
    this.seen();
  }

  #scrolled() {
    this.seen();
    this.view.drawJump();
  }

  async #fill() {
    if (this.model.gap && await this.sync.fill() === 'done') {
      this.view.draw();
    }
  }

  async #mark() {
    if (this.model.loaded && await this.sync.mark() === 'done') {
      this.view.draw();
    }
  }

  async #catchUp() {
    if (this.model.loaded && await this.sync.changes((entry) => this.changes.seen(entry)) === 'done') {
      this.view.draw();
    }
  }

  async older() {
    if (!this.model.hasOlder) {
      return;
    }
    this.view.older('loading');
    const outcome = await this.sync.older();
    if (outcome !== 'busy') {
      this.view.older(outcome === 'failed' ? 'failed' : 'idle');
      this.view.draw();
    }
  }

  async newer() {
    if (!this.model.attached && await this.sync.newer() === 'done') {
      this.view.draw();
    }
  }

  async latest() {
    this.view.list.stick = true;
    if (!this.model.attached) {
      await this.sync.latest();
    }
    this.view.toEnd();
  }

  async jump(seq) {
    if (seq !== undefined && await this.sync.around(seq) === 'done') {
      this.view.reveal(seq);
    } else {
      announce(t('chat.older_failed'));
    }
  }

  get #looking() {
    return document.visibilityState === 'visible' && document.hasFocus();
  }

  /** What is on the screen of somebody who looks at it has been read. */
  seen() {
    if (!this.#looking || !this.model.loaded) {
      return;
    }
    const newest = this.model.lastOther(this.view.seen(this.model.attached, this.model.last));
    if (newest > this.#readSent && this.connection.send({ type: 'chat_read', room_id: this.room, seq: newest })) {
      this.#readSent = newest;
      this.unread.raise(newest);
      this.view.draw();
    }
  }
}
