// What people see of a recording: the question, the sign that says it is recorded, and what became of the question.
import { announce, fill, h, say } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';

const NOTE_FOR = 9_000;

export class RecordingView {
  #noteTimer = 0;
  #shown = '';

  /** @param act what the buttons do: `answer(given)` */
  constructor(act) {
    this.act = act;
    this.title = h('h2', { id: 'consent-title' });
    this.asker = h('p', { class: 'dim small', testid: 'consent-asker' });
    this.text = h('div', { class: 'consent-text', tabindex: '0', testid: 'consent-text' });
    this.trouble = h('p', { class: 'consent-trouble', role: 'alert', testid: 'consent-trouble', hidden: true });
    this.yes = h('button', { class: 'btn', testid: 'consent-yes', t: 'rec.agree', on: { click: () => this.act.answer(true) } });
    this.no = h('button', { class: 'btn', testid: 'consent-no', t: 'rec.refuse', on: { click: () => this.act.answer(false) } });
    this.question = h('section', { class: 'consent', role: 'dialog', 'aria-labelledby': 'consent-title', testid: 'consent', hidden: true },
      h('div', { class: 'consent-head' }, icon('record', 22), this.title), this.asker, this.text, this.trouble, h('div', { class: 'consent-buttons' }, this.no, this.yes));
    this.note = h('div', { class: 'rec-note', role: 'status', testid: 'rec-note', hidden: true });
    /** Lies over the stage. */
    this.card = h('div', { class: 'rec-layer' }, this.note, this.question);
    this.dot = h('i', { class: 'rec-dot' });
    this.words = h('span', { testid: 'rec-words' });
    this.stop = h('button', { class: 'rec-stop', testid: 'rec-stop', on: { click: () => this.act.answer(false) } });
    /** Stands in the head. */
    this.sign = h('div', { class: 'rec-sign', role: 'status', testid: 'rec-sign', hidden: true }, this.dot, this.words, this.stop);
  }

  /** The question, in the words of the backend; null for none. */
  ask(wording, asker) {
    this.question.hidden = wording === null;
    if (wording === null) {
      this.#shown = '';
      return;
    }
    this.asker.textContent = asker ? t('rec.asks', { name: asker }) : '';
    this.asker.hidden = !asker;
    const text = JSON.stringify(wording);
    if (text !== this.#shown) {
      this.#shown = text;
      this.title.textContent = wording.title;
      this.question.lang = wording.language;
      fill(this.text, wording.paragraphs.map((paragraph) => h('p', {}, paragraph)));
      this.text.scrollTop = 0;
      announce(wording.title);
    }
  }

  /** Whether an answer is on its way, and what was wrong with the last one (a key, or null). */
  answering(busy, trouble) {
    this.yes.disabled = this.no.disabled = this.stop.disabled = busy;
    this.trouble.hidden = trouble === null;
    if (trouble !== null) {
      say(this.trouble, 't', trouble);
    }
  }

  /** @param state of the recording; @param own whether it is the own consent */
  draw(state, own) {
    const running = state === 'recording';
    this.sign.hidden = !(running || (own && state === 'agreed'));
    this.sign.dataset.state = state;
    document.body.dataset.recording = state;
    if (!this.sign.hidden) {
      say(this.words, 't', running ? 'rec.on' : 'rec.agreed_own');
      this.dot.hidden = !running;
      this.stop.hidden = !own;
      say(this.stop, 't', running ? 'rec.stop' : 'rec.take_back');
    }
  }

  /** Says something for a while. */
  say(key, values = {}) {
    this.hold(key, values);
    this.#noteTimer = setTimeout(() => this.hush(), NOTE_FOR);
  }

  /** Says something until it is hushed. */
  hold(key, values = {}) {
    clearTimeout(this.#noteTimer);
    this.note.hidden = false;
    this.note.dataset.key = key;
    this.note.textContent = t(key, values);
  }

  /** @param key only if this is being said; else whatever is */
  hush(key = this.note.dataset.key) {
    if (key !== this.note.dataset.key) {
      return;
    }
    clearTimeout(this.#noteTimer);
    this.note.hidden = true;
    this.note.dataset.key = '';
  }

  close() {
    this.hush();
    this.question.hidden = true;
    this.sign.hidden = true;
  }
}
