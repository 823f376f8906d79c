// The door of a call's room: whether those who come have to wait, and who does.
import { announce, fill, h } from '../shared/dom.js';
import { i18n, t } from '../shared/i18n.js';

export class Door {
  #open = false;
  #known = new Set();

  /** @param act `lobby()`, `admit(id, yes)`; @param button opens and closes this */
  constructor(act, button) {
    this.act = act;
    this.button = button;
    this.box = h('input', { type: 'checkbox', testid: 'lobby-switch', on: { change: () => act.lobby(this.box.checked) } });
    this.choice = h('label', { class: 'row' }, this.box, h('span', { t: 'door.wait' }));
    this.list = h('ul', { class: 'knocks', testid: 'knock-list' });
    this.nobody = h('p', { class: 'dim small', t: 'door.nobody' });
    this.element = h('div', { class: 'panel', id: 'door-panel', role: 'group', label: 'control.lobby', hidden: true, on: { keydown: (e) => e.key === 'Escape' && this.close(true) } }, this.choice, this.nobody, this.list);
    button.setAttribute('aria-controls', 'door-panel');
    button.setAttribute('aria-expanded', 'false');
    i18n.addEventListener('change', () => this.#people());
  }

  /** @param there whether there is a door at all; @param may whether this person decides about it; @param on whether people wait */
  draw(there, may, on, people) {
    this.choice.hidden = !may;
    this.box.checked = on;
    this.people = people;
    const news = people.filter(({ id }) => !this.#known.has(id));
    if (!there) {
      this.close(false);
    } else if (news.length > 0) {
      // Who waits should not have to wait for somebody to look.
      this.#set(true);
      announce(t('door.knocks', { name: news.at(-1).name || t('door.somebody') }));
    }
    this.#known = new Set(people.map(({ id }) => id));
    if (this.list.dataset.people !== JSON.stringify(people)) {
      this.list.dataset.people = JSON.stringify(people);
      this.#people();
    }
  }

  #people() {
    const people = this.people ?? [];
    const focused = this.list.contains(document.activeElement);
    fill(this.list, people.map(({ id, name }) => this.#person(id, name || t('door.somebody'))));
    this.nobody.hidden = people.length > 0;
    if (focused) {
      (this.list.querySelector('button') ?? this.button).focus();
    }
  }

  #person(id, name) {
    return h('li', { class: 'knock' }, h('span', { class: 'grow knock-name' }, name),
      h('button', { class: 'btn primary', testid: 'knock-admit', t: 'door.admit', 'aria-description': name, on: { click: () => this.act.admit(id, true) } }),
      h('button', { class: 'btn', testid: 'knock-refuse', t: 'door.refuse', 'aria-description': name, on: { click: () => this.act.admit(id, false) } }));
  }

  toggle() {
    if (this.#open) {
      this.close(true);
    } else {
      this.#set(true);
      this.element.querySelector('input:not([hidden]), button')?.focus();
    }
  }

  close(back) {
    if (this.#open) {
      this.#set(false);
      if (back) {
        this.button.focus();
      }
    }
  }

  #set(open) {
    this.#open = open;
    this.element.hidden = !open;
    this.button.setAttribute('aria-expanded', String(open));
  }
}
