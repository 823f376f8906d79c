// The list of past calls: with whom, when by one's own clock, how long, and what came of it.
import { Problem, request } from '../shared/api.js';
import { h } from '../shared/dom.js';
import { i18n, t } from '../shared/i18n.js';
import { isOver } from '../shared/calls.js';
import { clock as clockTime, day, length } from '../shared/time.js';
import { callChip } from './outcomes.js';

const FEW = 5;
const MORE = 20;

export class History {
  #calls = [];
  #next = null;
  #loaded = false;
  #problem = null;
  #shown = FEW;

  constructor(room, clock) {
    this.path = `/api/video-calls/history/${encodeURIComponent(room)}`;
    this.clock = clock;
    this.body = h('tbody', {});
    this.more = h('button', { class: 'btn quiet small', testid: 'history-more', t: 'history.more', hidden: true, on: { click: () => this.#showMore() } });
    this.failed = h('p', { class: 'muted row wrap', hidden: true, testid: 'history-failed' }, h('span', { t: 'history.failed' }), h('button', { class: 'link', t: 'history.retry', testid: 'history-retry', on: { click: () => this.#again() } }));
    this.empty = h('p', { class: 'muted', hidden: true, t: 'history.empty' });
    this.table = h('table', { class: 'history', testid: 'history' },
      h('thead', { class: 'sr-only' }, h('tr', {}, ['history.who', 'history.when', 'history.length', 'history.outcome'].map((key) => h('th', { scope: 'col', t: key })))),
      this.body);
    this.element = h('section', { class: 'card', 'aria-labelledby': 'history-title' }, h('h2', { id: 'history-title', t: 'history.title' }), this.table, this.empty, this.failed, this.more);
    i18n.addEventListener('change', () => this.#draw());
  }

  /** The newest page, anew. */
  async load() {
    try {
      const page = await request('GET', this.path);
      const known = new Set(page.calls.map((call) => call.call_id));
      const older = this.#calls.filter((call) => !known.has(call.call_id));
      this.#calls = [...page.calls, ...(this.#loaded ? older : [])].filter(isOver);
      this.#next = this.#loaded ? this.#next : page.next ?? null;
      this.#loaded = true;
      this.#problem = null;
    } catch (problem) {
      this.#failed(problem, 'load');
    }
    this.#draw();
  }

  async #showMore() {
    this.#shown += MORE;
    if (this.#shown > this.#calls.length && this.#next !== null) {
      try {
        const page = await request('GET', `${this.path}?before=${encodeURIComponent(this.#next)}`);
        this.#calls.push(...page.calls.filter(isOver));
        this.#next = page.next ?? null;
        this.#problem = null;
      } catch (problem) {
        this.#shown -= MORE;
        this.#failed(problem, 'more');
      }
    }
    this.#draw();
  }

  // A list that is there already stays: the next reconnect brings what is new.
  #failed(problem, what) {
    if (!(problem instanceof Problem)) {
      throw problem;
    }
    this.#problem = what === 'more' || !this.#loaded ? what : null;
  }

  #again() {
    return this.#problem === 'more' ? this.#showMore() : this.load();
  }

  #draw() {
    this.body.replaceChildren(...this.#calls.slice(0, this.#shown).map((call) => this.#row(call)));
    this.more.hidden = this.#calls.length <= this.#shown && this.#next === null;
    this.failed.hidden = this.#problem === null;
    this.more.hidden ||= this.#problem === 'more';
    this.empty.hidden = !this.#loaded || this.#calls.length > 0;
    this.table.hidden = this.#calls.length === 0;
  }

  #row(call) {
    const when = `${day(call.created_at, this.clock.now(), i18n.locale, { today: t('time.today'), yesterday: t('time.yesterday') })} ${clockTime(call.created_at, i18n.locale)}`;
    const { tone, key } = callChip(call);
    return h('tr', { testid: 'history-row', data: { call: call.call_id, outcome: call.outcome, duration: call.duration } },
      h('td', {}, call.caller_name), h('td', {}, when), h('td', { class: 'nums' }, call.duration > 0 ? length(call.duration) : '—'),
      h('td', {}, h('span', { class: `chip ${tone}`, t: key })));
  }
}
