// The planned interviews of this applicant: what is ahead with what can be done, what is past folded away. Live by the line.
import { h } from '../shared/dom.js';
import { i18n, t } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { Problem, request } from '../shared/api.js';
import { isPast, startOf } from '../meeting/life.js';
import { MeetingView } from '../meeting/meeting-view.js';

const MOST = 100;

export class Meetings {
  #views = new Map();
  #loaded = false;
  #wanted = null;
  #placed = '';

  /** @param act `open(callId, joinUrl)` */
  constructor(me, clock, act) {
    this.me = me;
    this.clock = clock;
    this.act = act;
    this.empty = h('p', { class: 'empty muted', testid: 'meetings-empty', hidden: true }, icon('calendar', 18), h('span', { t: 'meetings.empty' }));
    this.failed = h('p', { class: 'muted row wrap', hidden: true, testid: 'meetings-failed' }, h('span', { t: 'meetings.failed' }), h('button', { class: 'link', t: 'meetings.retry', on: { click: () => this.load() } }));
    this.ahead = h('div', { class: 'meetings' });
    this.past = h('div', { class: 'meetings meetings-past' });
    this.summary = h('summary', { testid: 'meetings-past' });
    this.folded = h('details', { class: 'past-meetings', hidden: true }, this.summary, this.past);
    this.element = h('section', { class: 'card', 'aria-labelledby': 'meetings-title', testid: 'meetings' }, h('h2', { id: 'meetings-title', t: 'meetings.title' }), this.empty, this.failed, this.ahead, this.folded);
    i18n.addEventListener('change', () => this.#redraw());
    this.timer = setInterval(() => this.#tick(), 1_000);
  }

  /** All of them, anew: what was missed while the line was away is in it. */
  async load() {
    try {
      let after = '';
      do {
        const page = await request('GET', `/api/meetings/${encodeURIComponent(this.me.user_id)}?limit=${MOST}${after}`);
        page.meetings.forEach((meeting) => this.#put(meeting));
        after = page.next ? `&after=${encodeURIComponent(page.next)}` : '';
      } while (after !== '');
      this.#loaded = true;
      this.failed.hidden = true;
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
      this.failed.hidden = this.#loaded;
    }
    this.#place();
  }

  /** `meeting_changed` and `reminder` bring the whole meeting. */
  receive(message) {
    if (message.meeting && (message.type === 'meeting_changed' || message.type === 'reminder')) {
      this.#put(message.meeting);
      this.#place();
    }
  }

  /** Shows one, now or as soon as it is here. */
  show(id) {
    this.#wanted = id;
    this.#find();
  }

  stop() {
    clearInterval(this.timer);
  }

  #put(meeting) {
    const known = this.#views.get(meeting.meeting_id);
    if (known) {
      known.take(meeting);
      return;
    }
    const path = `/api/meetings/${encodeURIComponent(meeting.meeting_id)}`;
    this.#views.set(meeting.meeting_id, new MeetingView(meeting, {
      ics: `${path}/calendar.ics`,
      answer: (body) => request('POST', `${path}/answer`, { body }),
      cancel: (body) => request('POST', `${path}/cancel`, { body }),
      leave: (keepalive) => request('DELETE', `${path}/knock`, { keepalive }),
      join: async () => {
        const ticket = await request('POST', `${path}/join`);
        this.act.open(ticket.call_id, ticket.join_url);
      },
    }, this.clock));
  }

  #tick() {
    this.#views.forEach((view) => view.tick());
    this.#place();
  }

  // Moves an element only if the order is another one, so that nobody loses the focus.
  #place() {
    const now = this.clock.now();
    const views = [...this.#views.values()].sort((a, b) => startOf(a.meeting) - startOf(b.meeting));
    const past = views.filter((view) => isPast(view.meeting, now)).reverse();
    const ahead = views.filter((view) => !past.includes(view));
    const order = `${ahead.map((view) => view.meeting.meeting_id)}|${past.map((view) => view.meeting.meeting_id)}`;
    this.empty.hidden = !this.#loaded || ahead.length > 0;
    if (order !== this.#placed) {
      this.#placed = order;
      this.ahead.replaceChildren(...ahead.map((view) => view.element));
      this.past.replaceChildren(...past.map((view) => view.element));
      this.folded.hidden = past.length === 0;
      this.summary.textContent = t('meetings.past', { count: past.length });
    }
    this.#find();
  }

  #find() {
    const view = this.#views.get(this.#wanted);
    if (!view || !view.element.isConnected) {
      return;
    }
    this.#wanted = null;
    this.folded.open ||= this.past.contains(view.element);
    view.element.classList.add('marked');
    view.element.focus();
  }

  #redraw() {
    this.summary.textContent = t('meetings.past', { count: this.past.childElementCount });
    this.#views.forEach((view) => view.draw());
  }
}
