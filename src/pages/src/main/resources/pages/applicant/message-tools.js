// What can be done with a message, offered on the one that is pointed at, touched or reached by the arrow keys. One bar for all of them.
import { h } from '../shared/dom.js';
import { icon } from '../shared/icons.js';

export class MessageTools {
  #at = null;
  #drawing = false;

  /** @param list the ThreadList; @param act `react(item, opener)`, `reply(item)`, `edit(item)`, `remove(item)`, `leave()` */
  constructor(list, act) {
    this.list = list;
    this.act = act;
    this.react = this.#tool('smile', 'chat.react', 'tool-react', (item) => act.react(item, this.react));
    this.reply = this.#tool('reply', 'chat.reply', 'tool-reply', (item) => act.reply(item));
    this.edit = this.#tool('pencil', 'chat.edit', 'tool-edit', (item) => act.edit(item));
    this.remove = this.#tool('bin', 'chat.delete', 'tool-delete', () => this.#ask(true));
    this.sure = h('button', { class: 'tool sure', type: 'button', testid: 'tool-delete-sure', t: 'chat.delete_sure', on: { click: () => this.#act((item) => act.remove(item)) } });
    this.keep = h('button', { class: 'tool sure', type: 'button', t: 'chat.delete_keep', on: { click: () => this.#ask(false, true) } });
    this.element = h('div', { class: 'tools', role: 'toolbar', label: 'chat.tools', testid: 'tools' }, this.react, this.reply, this.edit, this.remove, this.sure, this.keep);
    this.#wire(list.element);
  }

  #tool(sign, key, testid, act) {
    return h('button', { class: 'tool', type: 'button', label: key, hint: key, testid, on: { click: () => this.#act(act) } }, icon(sign, 17));
  }

  #act(act) {
    const entry = this.#at === null ? null : this.list.find(this.#at);
    if (entry !== null) {
      act(entry.item);
    }
  }

  #wire(element) {
    element.addEventListener('pointerover', ({ target, pointerType }) => pointerType === 'mouse' && !this.#asking && this.#to(this.list.of(target) ?? this.#focused));
    element.addEventListener('pointerleave', ({ pointerType }) => pointerType === 'mouse' && !this.#held && this.#to(this.#focused));
    element.addEventListener('click', ({ target }) => !target.closest('a, button') && this.#to(this.list.of(target)));
    element.addEventListener('focusin', ({ target }) => target !== element && !this.#drawing && this.#to(this.list.of(target)));
    element.addEventListener('focusout', ({ relatedTarget: to }) => !this.#drawing && !element.contains(to) && !to?.closest?.('.picker') && this.#to(null));
    element.addEventListener('keydown', (event) => this.#key(event));
  }

  get #asking() {
    return this.element.isConnected && !this.sure.hidden;
  }

  // A mouse that rests beside the messages takes nothing from the one that was reached by the keys.
  get #focused() {
    return this.list.of(document.activeElement);
  }

  get #held() {
    return this.element.contains(document.activeElement);
  }

  #to(entry) {
    const item = entry?.item;
    const fits = item?.type === 'text' && item.message_id !== undefined && !item.deleted;
    const id = fits ? item.id : null;
    if (id === this.#at && (id === null || entry.el.contains(this.element))) {
      return;
    }
    this.#at = id;
    this.element.remove();
    if (fits) {
      this.#ask(false);
      entry.el.append(this.element);
    }
  }

  /** Draws the elements anew; the bar goes to where its message is then, and keeps the focus if it had it. */
  through(draw) {
    const focused = this.#held ? document.activeElement : null;
    this.#drawing = true;
    draw();
    this.#drawing = false;
    if (this.#at !== null && !this.element.isConnected) {
      const entry = this.list.find(this.#at);
      if (entry === null || entry.item.deleted) {
        this.#to(null);
      } else {
        entry.el.append(this.element);
        focused?.focus({ preventScroll: true });
      }
    }
  }

  #ask(asking, back = false) {
    const item = this.#at === null ? null : this.list.find(this.#at)?.item;
    const own = item?.own ?? false;
    const shown = asking ? [this.sure, this.keep] : [this.react, this.reply, ...(own && item.body !== '' ? [this.edit] : []), ...(own ? [this.remove] : [])];
    shown.forEach((tool) => {
      tool.hidden = false;
    });
    // Before the others are hidden: a button that vanishes under the focus leaves it nowhere.
    if (asking) {
      this.keep.focus();
    } else if (back) {
      this.remove.focus();
    }
    [...this.element.children].filter((tool) => !shown.includes(tool)).forEach((tool) => {
      tool.hidden = true;
    });
  }

  #key(event) {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.key === 'Escape') {
      this.act.leave();
    } else if (by !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.#step(by);
    } else if ((event.key === 'ArrowRight' || event.key === 'ArrowLeft') && this.#held) {
      event.preventDefault();
      this.#along(event.key === 'ArrowRight' ? 1 : -1);
    }
  }

  // From message to message; from the list itself to the last one in sight.
  #step(by) {
    const all = [...this.list.element.children].filter((el) => el.getAttribute('role') === 'article');
    const at = all.indexOf(document.activeElement.closest('[role=article]'));
    const end = this.list.element.scrollTop + this.list.element.clientHeight;
    const next = at < 0 ? all.findLast((el) => el.offsetTop < end) : all[at + by];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'nearest' });
  }

  #along(by) {
    const tools = [...this.element.children].filter((tool) => !tool.hidden);
    tools[tools.indexOf(document.activeElement) + by]?.focus();
  }
}
