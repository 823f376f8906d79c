// Asks before something is said to the team: other times with a word, or only a word.
import { h, translate } from '../shared/dom.js';
import { i18n, t } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { fieldValue, here, zoneName } from './when.js';

const MOST = 5;
const DAY = 86_400_000;
const WORDS = {
  move: { title: 'meeting.move_title', note: 'meeting.note', send: 'meeting.move_send', kind: 'primary' },
  decline: { title: 'meeting.decline_title', note: 'meeting.note', send: 'meeting.decline_send', kind: 'bad' },
  cancel: { title: 'meeting.cancel_title', note: 'meeting.cancel_note', send: 'meeting.cancel_send', kind: 'bad' },
};
let count = 0;

export class ReplyForm {
  #fields = [];

  /** @param act `now()`, `start` (of the meeting), `send({note, proposals})`, `close()` */
  constructor(kind, act) {
    this.kind = kind;
    this.act = act;
    count += 1;
    this.id = `reply-${count}`;
    const words = WORDS[kind];
    this.note = h('textarea', { class: 'field', id: `${this.id}-note`, rows: '2', maxlength: '1000', testid: 'reply-note' });
    this.rows = h('div', { class: 'reply-times' });
    this.more = h('button', { class: 'btn quiet small', type: 'button', testid: 'reply-more', t: 'meeting.more_times', on: { click: () => this.#add(true) } });
    this.zone = h('p', { class: 'muted small' });
    this.wrong = h('p', { class: 'gate-problem small', role: 'alert', testid: 'reply-wrong', hidden: true });
    this.element = h('form', { class: 'reply', novalidate: true, testid: `reply-${kind}`, 'aria-labelledby': `${this.id}-title`, on: { submit: (e) => this.#submit(e), keydown: (e) => e.key === 'Escape' && this.act.close() } },
      h('h4', { id: `${this.id}-title`, t: words.title }),
      kind === 'move' ? [this.zone, this.rows, this.more] : null,
      h('label', { class: 'small muted', for: `${this.id}-note`, t: words.note }), this.note, this.wrong,
      h('div', { class: 'row wrap' }, h('button', { class: `btn ${words.kind}`, type: 'submit', testid: 'reply-send', t: words.send }), h('button', { class: 'btn quiet', type: 'button', testid: 'reply-back', t: 'meeting.back', on: { click: () => this.act.close() } })));
    if (kind === 'move') {
      this.#add(false);
    }
    this.draw();
  }

  /** In the present language. */
  draw() {
    this.zone.textContent = t('meeting.times_in', { zone: zoneName(this.act.now(), here()) });
    translate(this.element);
  }

  focus() {
    (this.#fields[0] ?? this.note).focus();
  }

  #add(focus) {
    if (this.#fields.length >= MOST) {
      return;
    }
    const first = this.#fields.length === 0;
    const field = h('input', { class: 'field', type: 'datetime-local', 'aria-label': t('meeting.proposal', { n: this.#fields.length + 1 }), min: fieldValue(this.act.now()), testid: 'reply-time' });
    field.value = first ? fieldValue(this.act.start + DAY) : '';
    this.#fields.push(field);
    const row = h('div', { class: 'row' }, field, first ? null : h('button', { class: 'btn quiet icon-only', type: 'button', label: 'meeting.less_times', testid: 'reply-less', on: { click: () => this.#remove(field, row) } }, icon('close', 16)));
    this.rows.append(row);
    this.more.hidden = this.#fields.length >= MOST;
    if (focus) {
      field.focus();
    }
  }

  #remove(field, row) {
    this.#fields = this.#fields.filter((other) => other !== field);
    row.remove();
    this.more.hidden = false;
    this.#fields.at(-1)?.focus();
  }

  #submit(event) {
    event.preventDefault();
    const times = this.#fields.map((field) => field.value).filter(Boolean).map((value) => new Date(value).getTime());
    if (times.some((time) => !(time > this.act.now()))) {
      this.#complain('meeting.time_past');
      return;
    }
    const note = this.note.value.trim();
    if (this.kind === 'move' && times.length === 0 && note === '') {
      this.#complain('meeting.time_or_note');
      return;
    }
    this.wrong.hidden = true;
    const proposals = [...new Set(times)].sort((a, b) => a - b).map((time) => new Date(time).toISOString());
    this.act.send({ note: note === '' ? undefined : note, proposals: proposals.length === 0 ? undefined : proposals });
  }

  #complain(key) {
    this.wrong.textContent = i18n.t(key);
    this.wrong.hidden = false;
    (this.#fields[0] ?? this.note).focus();
  }
}
