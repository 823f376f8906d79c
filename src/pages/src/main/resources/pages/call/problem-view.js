// Shows what is wrong, one thing at a time, the worst first.
import { announce, fill, h } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { DEVICE_PROBLEMS, PROBLEMS } from './problems.js';

const RANK = { wall: 0, card: 1, strip: 2 };

export class ProblemView {
  #present = new Set();
  #shown = null;

  #texts = new Map();

  /**
   * @param act what the buttons do: `retry(code)`, `close()`, `fallBack()`; and what follows when something else is shown: `changed()`
   * @param closes whether there is something to go back to
   * @param mayFallBack tells whether one may go on over the built-in provider
   */
  constructor(act, closes, mayFallBack) {
    this.act = act;
    this.closes = closes;
    this.mayFallBack = mayFallBack;
    this.strips = h('div', { class: 'strips' });
    this.cards = h('div', { class: 'problem-layer', hidden: true });
  }

  get code() {
    return this.#shown;
  }

  /** Whether something stands in the way; a line at the top does not. */
  get blocks() {
    return !this.cards.hidden;
  }

  /** @param text what the provider said, for whoever can do something about it */
  add(code, text = '') {
    this.#texts.set(code, text);
    if (!this.#present.has(code)) {
      this.#present.add(code);
      this.#draw();
      announce(t(PROBLEMS[code].title));
    }
  }

  remove(...codes) {
    const before = this.#present.size;
    codes.forEach((code) => this.#present.delete(code));
    if (before !== this.#present.size) {
      this.#draw();
    }
  }

  /** Another provider carries the call: what was wrong with the one before is past. */
  carriedAnew() {
    this.remove(...Object.keys(PROBLEMS).filter((code) => PROBLEMS[code].provider), ...DEVICE_PROBLEMS);
  }

  clear() {
    this.#present.clear();
    this.#draw();
  }

  async #fallBack(button) {
    button.disabled = true;
    await this.act.fallBack();
    button.disabled = false;
  }

  #draw() {
    const codes = [...this.#present].sort((a, b) => RANK[PROBLEMS[a].form] - RANK[PROBLEMS[b].form]);
    const large = codes.find((code) => PROBLEMS[code].form !== 'strip') ?? null;
    this.#shown = codes[0] ?? null;
    document.body.dataset.problem = this.#shown ?? '';
    fill(this.strips, codes.filter((code) => PROBLEMS[code].form === 'strip').map((code) => this.#strip(code)));
    if (this.cards.firstChild?.dataset.code !== large) {
      fill(this.cards, large === null ? null : this.#card(large));
      this.cards.querySelector('button')?.focus();
    }
    this.cards.hidden = large === null;
    this.cards.dataset.form = large === null ? '' : PROBLEMS[large].form;
    this.act.changed();
  }

  #strip(code) {
    const { icon: sign, title, goOn } = PROBLEMS[code];
    return h('div', { class: 'strip', role: 'status', testid: 'problem', data: { code } }, icon(sign, 17), h('span', { class: 'grow', t: title }),
      goOn ? h('button', { class: 'link', testid: 'problem-continue', t: goOn, on: { click: () => this.remove(code) } }) : null);
  }

  #card(code) {
    const { icon: sign, title, text, steps, retry, goOn, close, provider } = PROBLEMS[code];
    const fallback = provider && this.mayFallBack();
    const said = this.#texts.get(code);
    const card = h('section', { class: 'problem', role: 'alertdialog', 'aria-labelledby': 'problem-title', 'aria-describedby': 'problem-text', testid: 'problem', data: { code } },
      h('div', { class: 'problem-sign' }, icon(sign, 32)),
      h('h1', { id: 'problem-title', t: title }),
      h('p', { id: 'problem-text', class: 'dim', t: text }),
      steps ? h('p', { class: 'problem-steps', t: steps }) : null,
      said ? h('p', { class: 'problem-steps small', testid: 'problem-said' }, said) : null,
      h('div', { class: 'problem-buttons' },
        fallback ? h('button', { class: 'btn primary', testid: 'problem-fallback', on: { click: ({ currentTarget }) => this.#fallBack(currentTarget) } }, icon('swap', 17), h('span', { t: 'problem.fallback' })) : null,
        retry ? h('button', { class: fallback ? 'btn' : 'btn primary', testid: 'problem-retry', on: { click: () => this.act.retry(code) } }, icon('retry', 17), h('span', { t: retry })) : null,
        goOn ? h('button', { class: 'btn', testid: 'problem-continue', t: goOn, on: { click: () => this.remove(code) } }) : null,
        close && this.closes ? h('button', { class: 'btn', testid: 'problem-close', t: 'problem.close', on: { click: () => this.act.close() } }) : null));
    return card;
  }
}
