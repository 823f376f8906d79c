// The card that says what happened, and the one of a call that is under way elsewhere.
import { announce, h } from '../shared/dom.js';
import { i18n, t } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { afterwards } from './outcomes.js';

export class Notice {
  #draw = () => null;

  constructor(me, act) {
    this.me = me;
    this.act = act;
    this.element = h('div', { class: 'notices' });
    this.rejoin = h('div', {});
    this.last = h('div', {});
    this.element.append(this.rejoin, this.last);
    i18n.addEventListener('change', () => this.#draw());
  }

  over(call) {
    this.#show(call.outcome, () => afterwards(call, this.me));
  }

  elsewhere(name) {
    this.#show('elsewhere', () => ({ tone: '', sign: 'devices', title: t('after.elsewhere'), text: t('after.elsewhere_text', { name }) }));
  }

  lost() {
    this.#show('lost', () => ({ tone: 'bad', sign: 'alert', title: t('after.lost'), text: t('after.lost_text'), write: true }));
  }

  #show(kind, words) {
    this.#draw = () => this.last.replaceChildren(...this.#card(kind, words()));
    this.#draw();
    const said = words();
    if (said) {
      announce(`${said.title} ${said.text}`);
    }
  }

  #card(kind, said) {
    if (said === null) {
      return [];
    }
    return [h('div', { class: `card notice ${said.tone}`, testid: 'notice', data: { kind } },
      h('span', { class: 'notice-sign' }, icon(said.sign, 20)),
      h('div', { class: 'grow' }, h('b', {}, said.title), h('p', { class: 'muted' }, said.text)),
      said.write ? h('button', { class: 'btn', t: 'after.write', on: { click: () => this.act.write() } }) : null,
      h('button', { class: 'btn quiet icon-only', label: 'home.dismiss', on: { click: () => this.clear() } }, icon('close', 16)))];
  }

  clear() {
    this.#draw = () => null;
    this.last.replaceChildren();
  }

  /** A call is under way but not open in this tab; null takes the card away. */
  offer(call) {
    this.rejoin.replaceChildren(...(call === null ? [] : [h('div', { class: 'card notice ok', testid: 'rejoin', data: { call: call.call_id } },
      h('span', { class: 'notice-sign' }, icon('phone', 20)),
      h('div', { class: 'grow' }, h('b', { t: 'after.rejoin' }), h('p', { class: 'muted', t: 'after.rejoin_text' })),
      h('button', { class: 'btn ok', testid: 'join', t: 'after.join', on: { click: () => this.act.join(call.call_id) } }))]));
  }
}
