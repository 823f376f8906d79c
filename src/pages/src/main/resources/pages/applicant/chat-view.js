// The chat on the screen: its head, the thread in its frame, the way to the latest, and where one writes.
import { h, say } from '../shared/dom.js';
import { i18n, t } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { day } from '../shared/time.js';
import { takeDrops } from './dropped.js';
import { EmojiPicker } from './emoji-picker.js';
import { eventView } from './event-view.js';
import { MessageTools } from './message-tools.js';
import { messageView } from './message-view.js';
import { ThreadList } from './thread-list.js';

const FLASH = 1_600;

export class ChatView {
  #scheduled = 0;
  #state = { attached: true, unread: 0 };

  /** @param parts `composer`, `typing`, `search`, `callMe`; @param act what the chat does */
  constructor(me, clock, { composer, typing, search, callMe }, act) {
    this.me = me;
    this.clock = clock;
    this.composer = composer;
    this.search = search;
    this.act = act;
    this.list = new ThreadList((item) => this.#element(item), 'chat.title');
    this.thread = this.list.element;
    this.empty = h('p', { class: 'thread-empty muted', t: 'chat.empty' });
    this.top = h('button', { class: 'btn quiet small thread-top', type: 'button', t: 'chat.older', hidden: true, on: { click: () => act.older() } });
    this.jumpWords = h('span', {});
    this.jump = h('button', { class: 'btn jump small', type: 'button', testid: 'jump', hidden: true, on: { click: () => act.latest() } }, icon('down', 15), this.jumpWords);
    this.frame = h('div', { class: 'thread-frame' }, this.thread, search.results, this.jump, typing.element, h('div', { class: 'drop-here', 'aria-hidden': 'true' }, icon('clip', 28), h('span', { t: 'file.drop' })));
    this.finder = h('button', { class: 'btn quiet icon-only', type: 'button', testid: 'search-open', label: 'search.open', hint: 'search.open', on: { click: () => (search.open ? search.hide() : search.show()) } }, icon('search', 19));
    this.element = h('section', { class: 'card chat', testid: 'chat', 'aria-labelledby': 'chat-title' },
      h('div', { class: 'chat-head' }, h('h2', { id: 'chat-title', t: 'chat.title' }), h('span', { class: 'grow' }), this.finder, callMe.element),
      search.element, this.frame, composer.element);
    this.picker = new EmojiPicker(this.element);
    this.tools = new MessageTools(this.list, { ...act, react: (item, opener) => this.picker.toggle(opener, (emoji) => act.react(item, emoji)), leave: () => composer.focus() });
    this.#wire();
  }

  #wire() {
    takeDrops(this.element, (transfer) => this.composer.take(transfer));
    this.list.addEventListener('scroll', () => {
      this.picker.close(false);
      this.act.scrolled();
    });
    this.list.addEventListener('edge', ({ detail }) => (detail === 'top' ? this.act.older() : this.act.newer()));
    i18n.addEventListener('change', () => {
      this.list.forget();
      this.composer.draw();
      this.draw();
    });
  }

  /** Draws with the next picture; in a hidden tab, where there is none, soon. */
  draw() {
    if (this.#scheduled === 0) {
      const now = () => this.drawNow();
      this.#scheduled = document.hidden ? setTimeout(now, 30) : requestAnimationFrame(now);
    }
  }

  drawNow() {
    this.#scheduled = 0;
    const { items, hasOlder, attached, unread } = this.act.picture(this.list.stick);
    this.top.hidden = !hasOlder;
    const worded = items.map((item) => (item.type === 'day' ? { ...item, words: this.#day(item.sent_at) } : item));
    this.tools.through(() => this.list.draw(worded, { before: [this.top], after: items.length === 0 ? [this.empty] : [], live: attached }));
    this.#state = { ...this.#state, attached, unread };
    this.drawJump();
    this.act.drawn();
  }

  /** The way to the latest: offered where they are not in sight. */
  drawJump() {
    const { attached, unread } = this.#state;
    this.jump.hidden = attached && (this.list.stick || (this.list.atEnd && unread === 0));
    this.jump.dataset.count = String(unread);
    this.jumpWords.textContent = unread > 0 ? t(unread === 1 ? 'chat.new_one' : 'chat.new_many', { count: unread }) : t('chat.latest');
  }

  #day(instant) {
    return day(instant, this.clock.now(), i18n.locale, { today: t('time.today'), yesterday: t('time.yesterday') });
  }

  #element(item) {
    switch (item.type) {
      case 'day':
        return h('div', { class: 'sys day', role: 'separator' }, item.words);
      case 'new':
        return h('div', { class: 'new-line', role: 'separator', testid: 'new-line' }, h('span', {}, t('chat.new')));
      case 'event':
        return eventView(item, this.me, this.act);
      default:
        return messageView(item, this.act);
    }
  }

  /** How it goes with the older ones: `idle`, `loading` or `failed`. */
  older(state) {
    this.top.disabled = state === 'loading';
    say(this.top, 't', { loading: 'chat.older_loading', idle: 'chat.older', failed: 'chat.older_failed' }[state]);
  }

  /** Up to where somebody who looks has seen it. @param last the newest `seq` */
  seen(attached, last) {
    return attached && this.list.atEnd ? last : this.list.lastSeen;
  }

  get stick() {
    return this.list.stick;
  }

  toEnd() {
    this.list.toEnd();
    this.draw();
  }

  /** Opens where reading stopped, or at the end. */
  begin() {
    this.composer.draw();
    this.drawNow();
    const line = this.list.find('new')?.el;
    if (line && line.offsetTop < this.thread.scrollHeight - this.thread.clientHeight) {
      this.list.show(line);
      this.draw();
    }
  }

  /** Shows an entry in its place, and where it is. */
  reveal(seq) {
    this.drawNow();
    const el = this.list.bySeq(seq)?.el;
    if (!el) {
      return;
    }
    this.list.show(el);
    el.classList.add('flash');
    setTimeout(() => el.classList.remove('flash'), FLASH);
    el.focus({ preventScroll: true });
    this.draw();
  }

  focus() {
    this.composer.focus();
    this.element.scrollIntoView({ block: 'nearest' });
  }
}
