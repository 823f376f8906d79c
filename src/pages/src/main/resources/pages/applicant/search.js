// Search in the chat: a field, the messages that were found with their words marked, and the way to each.
import { Problem, request } from '../shared/api.js';
import { announce, h } from '../shared/dom.js';
import { i18n, t } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { clock as clockTime, day } from '../shared/time.js';

const PAUSE = 250;
const SHORTEST = 2;
const PAGE = 20;

export class Search {
  #timer = 0;
  #asked = 0;
  #next = null;
  #hits = [];
  #state = 'idle';

  /** @param act `jump(seq)`, `closed()` */
  constructor(room, me, clock, act) {
    this.room = room;
    this.me = me;
    this.clock = clock;
    this.act = act;
    this.input = h('input', { class: 'search-input', type: 'search', testid: 'search-input', label: 'search.field', placeholderKey: 'search.field', autocomplete: 'off', maxlength: '200', on: { input: () => this.#soon(), keydown: (e) => this.#key(e), focus: () => this.#draw() } });
    this.close = h('button', { class: 'btn quiet icon-only', type: 'button', label: 'search.close', testid: 'search-close', on: { click: () => this.hide() } }, icon('close', 17));
    this.element = h('div', { class: 'search', role: 'search', testid: 'search', hidden: true }, icon('search', 17), this.input, this.close);
    this.list = h('ul', { class: 'hits', label: 'search.hits', on: { keydown: (e) => this.#along(e) } });
    this.words = h('p', { class: 'hits-words muted', testid: 'search-words' });
    this.more = h('button', { class: 'btn quiet small', type: 'button', t: 'search.more', testid: 'search-more', hidden: true, on: { click: () => this.#ask(this.#next) } });
    this.results = h('div', { class: 'results', testid: 'search-results', hidden: true, on: { keydown: (e) => e.key === 'Escape' && this.hide() } }, this.words, this.list, this.more);
    i18n.addEventListener('change', () => !this.results.hidden && this.#draw());
  }

  show() {
    this.element.hidden = false;
    this.input.focus();
    this.input.select();
  }

  hide() {
    this.element.hidden = true;
    this.results.hidden = true;
    this.act.closed();
  }

  get open() {
    return !this.element.hidden;
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(null), PAUSE);
  }

  async #ask(after) {
    const words = this.input.value.trim();
    const asked = (this.#asked += 1);
    if (after === null) {
      this.#hits = [];
      this.#next = null;
    }
    if (words.length < SHORTEST) {
      this.#become('idle');
      return;
    }
    this.#become('asking');
    const query = new URLSearchParams({ q: words, room_id: this.room, limit: String(PAGE), ...(after === null ? {} : { after }) });
    try {
      const found = await request('GET', `/api/search?${query}`);
      if (asked === this.#asked) {
        this.#hits.push(...found.hits);
        this.#next = found.next ?? null;
        this.#become(this.#hits.length === 0 ? 'none' : 'found');
      }
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
      if (asked === this.#asked) {
        this.#become('failed');
      }
    }
  }

  #become(state) {
    this.#state = state;
    this.#draw();
    if (state === 'none' || state === 'failed') {
      announce(this.words.textContent);
    } else if (state === 'found') {
      announce(t('search.found', { count: this.#hits.length }));
    }
  }

  #draw() {
    const keys = { idle: 'search.begin', asking: 'search.asking', none: 'search.none', failed: 'search.failed', found: 'search.newest' };
    this.results.hidden = !this.open;
    this.words.textContent = t(keys[this.#state]);
    this.more.hidden = this.#next === null || this.#state !== 'found';
    this.list.replaceChildren(...this.#hits.map((hit) => this.#hit(hit)));
  }

  #hit({ entry, snippet, marks }) {
    const when = `${day(entry.sent_at, this.clock.now(), i18n.locale, { today: t('time.today'), yesterday: t('time.yesterday') })} ${clockTime(entry.sent_at, i18n.locale)}`;
    return h('li', {}, h('button', { class: 'hit', type: 'button', testid: 'hit', on: { click: () => this.#go(entry.seq) } },
      h('span', { class: 'hit-head' }, h('b', {}, entry.sender_id === this.me ? t('chat.you') : entry.sender_name), h('span', { class: 'small muted nums' }, when)),
      h('span', { class: 'hit-text', dir: 'auto' }, marked(snippet, marks))));
  }

  #go(seq) {
    this.results.hidden = true;
    this.act.jump(seq);
  }

  #key(event) {
    if (event.key === 'Escape') {
      event.preventDefault();
      this.hide();
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      this.#draw();
      this.list.querySelector('button')?.focus();
    } else if (event.key === 'Enter') {
      clearTimeout(this.#timer);
      this.#ask(null);
    }
  }

  #along(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) {
      return;
    }
    event.preventDefault();
    const all = [...this.list.querySelectorAll('button')];
    const to = all.indexOf(document.activeElement) + by;
    (to < 0 ? this.input : all[Math.min(to, all.length - 1)]).focus();
  }
}

/** A text with stretches marked. */
function marked(text, marks) {
  const parts = [];
  let end = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    if (mark.start < end) {
      continue;
    }
    parts.push(text.slice(end, mark.start), h('mark', {}, text.slice(mark.start, mark.end)));
    end = mark.end;
  }
  return [...parts, text.slice(end)];
}
