// One planned interview of the applicant: when by their own clock, with whom, what it is now, and what they may do.
import { announce, fill, h } from '../shared/dom.js';
import { i18n, t } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { Problem } from '../shared/api.js';
import { chipOf, isClosed, isJoinable, isKept, isOpen, startOf, untilJoin } from './life.js';
import { ReplyForm } from './reply-form.js';
import { WaitingRoom } from './waiting-room.js';
import { dateBlock, distance, here, isKnown, sameClock, shortTime, span, zoneName } from './when.js';

const SOON = 24 * 3_600_000;
const REFUSED = { stale: 'meeting.changed_meanwhile', too_early: 'meeting.too_early', busy: 'meeting.busy', full: 'meeting.full', rate_limited: 'meeting.try_later', not_found: 'meeting.gone' };

/**
 * `door`: `answer(body)` and `cancel(body)` give the meeting as it is then, `join()`, `leave(keepalive)` (the waiting room), `ics` (an
 * address), and what is not there is not offered; `asked`: an act (`accept`) for which there is a button elsewhere.
 */
export class MeetingView {
  #form = null;
  #drawn = '';
  #waiting = null;

  constructor(meeting, door, clock) {
    this.meeting = meeting;
    this.door = door;
    this.clock = clock;
    this.zone = here();
    this.countdown = h('p', { class: 'muted small nums', testid: 'meeting-countdown' });
    this.problem = h('p', { class: 'gate-problem small', role: 'alert', testid: 'meeting-problem', hidden: true });
    this.place = h('div', {});
    this.element = h('article', { class: 'meeting', testid: 'meeting', tabindex: '-1', data: { id: meeting.meeting_id } });
    this.draw();
  }

  /** The server says it anew; what is older than what is here is nothing. */
  take(meeting) {
    if (meeting.version <= this.meeting.version) {
      return;
    }
    if (meeting.sequence !== this.meeting.sequence || isClosed(meeting)) {
      this.#close();
    }
    this.meeting = meeting;
    if (this.#waiting && !isJoinable(meeting, this.clock.now())) {
      this.#stopWaiting();
    }
    this.draw();
    if (this.#waiting && !isKept(meeting)) {
      this.#ask();
    }
  }

  /** Time passes. */
  tick() {
    if (this.#drawn !== this.#phase()) {
      this.draw();
    }
    const left = untilJoin(this.meeting, this.clock.now());
    const soon = !isClosed(this.meeting) && left > 0 && left < SOON;
    this.countdown.hidden = !soon;
    const words = soon ? this.#distance(left) : '';
    if (this.countdown.textContent !== words) {
      this.countdown.textContent = words;
    }
  }

  #distance(left) {
    const far = distance(left);
    return t(far.unit === 'hours' ? 'meeting.join_in_hours' : 'meeting.join_in_minutes', far);
  }

  #phase() {
    const now = this.clock.now();
    return `${isJoinable(this.meeting, now)} ${isOpen(this.meeting, now)}`;
  }

  draw() {
    this.#drawn = this.#phase();
    const writing = this.place.contains(document.activeElement) ? document.activeElement : null;
    const { meeting } = this;
    this.element.dataset.status = meeting.status;
    this.element.dataset.answer = meeting.answer;
    const { tone, key } = chipOf(meeting);
    const { day, month } = dateBlock(meeting.scheduled_time, i18n.locale, this.zone);
    fill(this.element,
      h('div', { class: 'meeting-head' },
        h('div', { class: 'meeting-date', 'aria-hidden': 'true' }, h('b', {}, day), h('span', { class: 'muted small' }, month)),
        h('div', { class: 'grow meeting-words' }, h('h3', {}, meeting.title), this.#when(), this.#there(), this.#people()),
        h('span', { class: `chip ${tone}`, testid: 'meeting-state' }, t(key))),
      this.#story(), this.countdown, this.#waiting?.element ?? null, this.#actions(), this.problem, this.place);
    this.#form?.draw();
    writing?.focus();
    this.tick();
  }

  #when() {
    const { scheduled_time: at, duration_minutes: minutes } = this.meeting;
    return h('p', { class: 'muted', testid: 'meeting-when' }, h('time', { datetime: at }, span(at, minutes, i18n.locale, this.zone)), ` · ${t('meeting.your_time', { zone: zoneName(at, this.zone) })}`);
  }

  // The same moment where it was planned, if the clocks differ.
  #there() {
    const { scheduled_time: at, time_zone: zone, duration_minutes: minutes } = this.meeting;
    if (!isKnown(zone) || sameClock(at, zone, this.zone)) {
      return null;
    }
    return h('p', { class: 'muted small', testid: 'meeting-there' }, t('meeting.their_time', { time: span(at, minutes, i18n.locale, zone), zone: zoneName(at, zone) }));
  }

  #people() {
    const names = this.meeting.interviewers.map(({ name }) => name);
    return h('p', { class: 'muted small' }, t('meeting.with', { names: new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(names) }));
  }

  // What was said about it, as far as it concerns the reader.
  #story() {
    const { meeting } = this;
    const lines = [];
    if (meeting.description) {
      lines.push(h('p', { class: 'meeting-text' }, meeting.description));
    }
    if (meeting.status === 'cancelled' && meeting.cancel_reason) {
      lines.push(h('p', { class: 'meeting-text muted' }, t('meeting.reason', { reason: meeting.cancel_reason })));
    }
    if (meeting.answer === 'asked_to_move' && !isClosed(meeting)) {
      const times = (meeting.proposals ?? []).map((time) => shortTime(time, i18n.locale, this.zone));
      lines.push(h('p', { class: 'muted small', testid: 'meeting-proposed' }, times.length === 0 ? t('meeting.asked') : t('meeting.asked_for', { times: times.join(' · ') })));
    }
    return lines;
  }

  #actions() {
    const { meeting, door } = this;
    const now = this.clock.now();
    const open = isOpen(meeting, now);
    const all = [];
    if (door.join && isJoinable(meeting, now) && !this.#waiting) {
      all.push(this.#button('join', 'meeting.join', 'btn primary', () => this.#join(), 'camera'));
    }
    if (open && meeting.answer !== 'accepted' && door.asked !== 'accept') {
      all.push(this.#button('accept', 'meeting.accept', all.length === 0 ? 'btn primary' : 'btn', () => this.answer({ answer: 'accepted' }), 'check'));
    }
    if (!isClosed(meeting) && door.ics) {
      all.push(h('a', { class: 'btn', testid: 'meeting-ics', href: door.ics, download: 'interview.ics', t: 'meeting.calendar' }));
    }
    if (open) {
      all.push(this.#button('move', 'meeting.move', 'btn', () => this.form('move')));
      if (meeting.answer === 'invited') {
        all.push(this.#button('decline', 'meeting.decline', 'btn', () => this.form('decline')));
      }
      all.push(this.#button('cancel', 'meeting.cancel', 'btn quiet', () => this.form('cancel')));
    }
    return all.length === 0 ? null : h('div', { class: 'row wrap meeting-actions' }, all);
  }

  #button(name, key, kind, click, sign) {
    return h('button', { class: kind, type: 'button', testid: `meeting-${name}`, on: { click } }, sign ? icon(sign, 17) : null, h('span', { t: key }));
  }

  /** Opens what asks before it is done: `move`, `decline` or `cancel`. */
  form(kind) {
    if (!isOpen(this.meeting, this.clock.now())) {
      return;
    }
    this.#form = new ReplyForm(kind, { now: () => this.clock.now(), start: startOf(this.meeting), send: (body) => this.#reply(kind, body), close: () => this.#close(true) });
    fill(this.place, this.#form.element);
    this.#form.focus();
  }

  #close(back = false) {
    const kind = this.#form?.kind;
    this.#form = null;
    this.place.replaceChildren();
    if (back) {
      this.element.querySelector(`[data-testid="meeting-${kind}"]`)?.focus();
    }
  }

  #reply(kind, { note, proposals }) {
    switch (kind) {
      case 'cancel':
        return this.#act(() => this.door.cancel({ reason: note }));
      case 'decline':
        return this.answer({ answer: 'declined', note });
      default:
        return this.answer({ answer: 'asked_to_move', note, proposals });
    }
  }

  answer(body) {
    return this.#act(() => this.door.answer({ ...body, sequence: this.meeting.sequence }));
  }

  async #act(run) {
    await this.#tried(async () => {
      const meeting = await run();
      this.#close();
      this.take(meeting);
      announce(t('meeting.done'));
      this.element.focus();
    });
  }

  #join() {
    return this.#tried(() => this.door.join());
  }

  // Before the door: it opens by itself.
  #wait() {
    if (!this.#waiting) {
      this.#waiting = new WaitingRoom({ ask: () => this.#ask(), leave: (keepalive) => this.door.leave(keepalive), stop: () => this.#leave() });
      this.draw();
    }
  }

  async #ask() {
    try {
      await this.door.join();
      this.#stopWaiting();
      this.draw();
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
      if (!problem.passing && !this.#isOutside(problem) && this.#waiting) {
        this.#stopWaiting();
        this.draw();
        this.#refused(problem);
      }
    }
  }

  async #leave() {
    this.#stopWaiting();
    this.draw();
    this.element.focus();
    await this.#tried(() => this.door.leave(false));
  }

  #stopWaiting() {
    this.#waiting?.close();
    this.#waiting = null;
  }

  #isOutside({ code, body }) {
    return code === 'too_early' && Boolean(body.meeting) && isKept(body.meeting) && isJoinable(body.meeting, this.clock.now());
  }

  async #tried(run) {
    this.#disable(true);
    this.problem.hidden = true;
    try {
      await run();
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
      if (problem.body.meeting) {
        this.take(problem.body.meeting);
      }
      this.#refused(problem);
    } finally {
      this.#disable(false);
    }
  }

  #refused(problem) {
    if (this.#isOutside(problem)) {
      this.#wait();
      return;
    }
    const { code, passing } = problem;
    const key = REFUSED[code] ?? (passing ? 'meeting.try_later' : 'meeting.refused');
    this.problem.textContent = t(key);
    this.problem.hidden = false;
  }

  #disable(on) {
    this.element.querySelectorAll('button').forEach((button) => {
      button.disabled = on;
    });
  }
}
