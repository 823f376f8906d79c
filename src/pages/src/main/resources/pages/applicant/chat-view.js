// The chat on the screen. Each entry keeps its element while it stays the same, so that selection, focus and screen readers are left in peace.
import { h } from '../shared/dom.js';
import { i18n, t } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { avatar } from '../shared/person.js';
import { clock as clockTime, day } from '../shared/time.js';
import { pieces } from './links.js';
import { callLine } from './outcomes.js';

const NEAR = 60;
const MOST = 4_000;

export class ChatView {
  #drawn = new Map();

  constructor(model, clock, act) {
    this.model = model;
    this.clock = clock;
    this.act = act;
    this.list = h('div', { class: 'thread', testid: 'messages', role: 'log', tabindex: '0', label: 'chat.title', on: { scroll: () => this.#scrolled() } });
    this.empty = h('p', { class: 'thread-empty muted', t: 'chat.empty' });
    this.top = h('button', { class: 'btn quiet small thread-top', t: 'chat.older', hidden: true, on: { click: () => act.older() } });
    this.jump = h('button', { class: 'btn jump small', hidden: true, t: 'chat.new_below', on: { click: () => this.toEnd() } });
    this.input = h('textarea', { class: 'composer-input', testid: 'composer', rows: '1', maxlength: String(MOST), placeholderKey: 'chat.write', label: 'chat.write', on: { keydown: (e) => this.#key(e), input: () => this.#grow() } });
    this.element = h('section', { class: 'card chat', 'aria-labelledby': 'chat-title' },
      h('h2', { id: 'chat-title', t: 'chat.title' }),
      h('div', { class: 'thread-frame' }, this.list, this.jump),
      h('form', { class: 'composer', on: { submit: (e) => this.#submit(e) } }, this.input,
        h('button', { class: 'btn primary', type: 'submit', testid: 'send' }, icon('send', 16), h('span', { t: 'chat.send' }))));
    i18n.addEventListener('change', () => {
      this.#drawn.clear();
      this.draw();
    });
    new ResizeObserver(() => this.#keep()).observe(this.list);
    this.stick = true;
  }

  /** Draws what changed. */
  draw({ came = false, older = false } = {}) {
    const list = this.list;
    const below = list.scrollHeight - list.scrollTop;
    const drawn = new Map();
    const wanted = [this.top];
    for (const item of this.model.items()) {
      const signature = JSON.stringify(item) + this.#today(item);
      const old = this.#drawn.get(item.id);
      const entry = old?.signature === signature ? old : { signature, el: this.#entry(item) };
      drawn.set(item.id, entry);
      wanted.push(entry.el);
    }
    if (wanted.length === 1) {
      wanted.push(this.empty);
    }
    this.#drawn = drawn;
    reconcile(list, wanted);
    this.top.hidden = !this.model.hasOlder;
    if (older) {
      list.scrollTop = list.scrollHeight - below;
    } else if (this.stick) {
      list.scrollTop = list.scrollHeight;
    } else if (came) {
      this.jump.hidden = false;
    }
  }

  #today(item) {
    return item.type === 'day' ? this.#day(item.sent_at) : '';
  }

  #day(instant) {
    return day(instant, this.clock.now(), i18n.locale, { today: t('time.today'), yesterday: t('time.yesterday') });
  }

  #entry(item) {
    switch (item.type) {
      case 'day':
        return h('div', { class: 'sys', role: 'separator' }, this.#day(item.sent_at));
      case 'call':
        return this.#call(item);
      default:
        return this.#text(item);
    }
  }

  #call(item) {
    const { sign, text } = callLine(item.call);
    return h('div', { class: 'sys', testid: 'call-entry', data: { seq: item.seq, outcome: item.call?.outcome ?? '' } },
      icon(sign, 15), h('span', {}, text), h('span', { class: 'nums' }, clockTime(item.sent_at, i18n.locale)));
  }

  #text(item) {
    const body = item.deleted_at
      ? h('em', { class: 'muted', t: 'chat.deleted' })
      : h('div', { class: 'body' }, pieces(item.body).map((p) => (p.href ? h('a', { href: p.href, target: '_blank', rel: 'noopener noreferrer' }, p.text) : p.text)));
    const name = !item.own && !item.follows ? h('div', { class: 'who small muted' }, item.sender_name) : null;
    const data = { seq: item.seq ?? '', own: String(item.own), status: item.status ?? '' };
    return h('div', { class: `m ${item.own ? 'me' : ''} ${item.follows ? 'follows' : ''}`, testid: 'message', data },
      item.own ? null : avatar(item.sender_name),
      h('div', { class: 'bub' }, name, body, this.#foot(item)));
  }

  #foot(item) {
    const time = h('span', { class: 'nums' }, clockTime(item.sent_at, i18n.locale));
    const edited = item.edited_at && !item.deleted_at ? h('span', { t: 'chat.edited' }) : null;
    if (item.status === 'failed') {
      return h('div', { class: 'foot failed' }, icon('alert', 14), h('span', { t: item.code === 'too_large' ? 'chat.too_long' : 'chat.not_sent' }),
        h('button', { class: 'link', t: 'chat.retry', on: { click: () => this.act.retry(item.key) } }),
        h('button', { class: 'link', t: 'chat.discard', on: { click: () => this.act.discard(item.key) } }));
    }
    return h('div', { class: 'foot muted' }, edited, time, item.own ? mark(item.status) : null);
  }

  older(state) {
    this.top.disabled = state === 'loading';
    this.top.dataset.t = { loading: 'chat.older_loading', idle: 'chat.older', failed: 'chat.older_failed' }[state];
    this.top.textContent = t(this.top.dataset.t);
  }

  get atEnd() {
    return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < NEAR;
  }

  toEnd() {
    this.stick = true;
    this.jump.hidden = true;
    this.list.scrollTop = this.list.scrollHeight;
  }

  focus() {
    this.input.focus();
    this.element.scrollIntoView({ block: 'nearest' });
  }

  #keep() {
    if (this.stick) {
      this.list.scrollTop = this.list.scrollHeight;
    }
  }

  #scrolled() {
    this.stick = this.atEnd;
    if (this.stick) {
      this.jump.hidden = true;
      this.act.seen();
    }
    if (this.list.scrollTop < NEAR && this.model.hasOlder && !this.stick) {
      this.act.older();
    }
  }

  #key(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      this.#submit(event);
    }
  }

  #submit(event) {
    event.preventDefault();
    const body = this.input.value.trim();
    if (body !== '') {
      this.input.value = '';
      this.#grow();
      this.act.send(body);
    }
    this.input.focus();
  }

  #grow() {
    this.input.rows = Math.min(5, this.input.value.split('\n').length);
  }
}

const MARKS = {
  pending: ['clock', 'chat.pending'],
  sent: ['check', 'chat.sent'],
  delivered: ['checks', 'chat.delivered'],
  read: ['checks', 'chat.read'],
};

function mark(status) {
  const [sign, key] = MARKS[status] ?? MARKS.sent;
  return h('span', { class: `mark ${status}` }, icon(sign, 15), h('span', { class: status === 'read' ? '' : 'sr-only', t: key }));
}

function reconcile(parent, wanted) {
  const keep = new Set(wanted);
  [...parent.childNodes].filter((child) => !keep.has(child)).forEach((child) => child.remove());
  let at = parent.firstChild;
  for (const el of wanted) {
    if (el === at) {
      at = at.nextSibling;
    } else {
      parent.insertBefore(el, at);
    }
  }
}
