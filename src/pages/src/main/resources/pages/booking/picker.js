// Days on one side, the free times of the chosen day on the other, in the zone of the reader's choice.
import { fill, h } from '../shared/dom.js';
import { i18n, t } from '../shared/i18n.js';
import { clockIn, longDay, zoneName } from '../meeting/when.js';
import { byDay, partOf, zones } from './slots.js';

const PARTS = ['morning', 'afternoon', 'evening'];
const NAMES = { morning: 'booking.morning', afternoon: 'booking.afternoon', evening: 'booking.evening' };

/** Event: `pick` (detail: a start). */
export class Picker extends EventTarget {
  #slots = [];
  #held = null;
  #day = null;

  constructor(own, profile) {
    super();
    this.zone = own;
    this.days = h('div', { class: 'days', role: 'group', testid: 'days' });
    this.times = h('div', { class: 'times', testid: 'times' });
    this.zones = h('select', { class: 'field', id: 'zone', testid: 'zone', on: { change: () => this.#moved() } }, zones(own, profile).map((zone) => h('option', { value: zone }, zoneName(Date.now(), zone))));
    this.zones.value = own;
    this.element = h('div', { class: 'picker' }, h('div', { class: 'zone-line' }, h('label', { for: 'zone', class: 'small muted', t: 'booking.zone' }), this.zones), h('div', { class: 'picker-parts' }, this.days, this.times));
  }

  /** What is free now, and what this link holds. */
  take(slots, held) {
    this.#slots = slots;
    this.#held = held ?? null;
    this.draw();
  }

  #moved() {
    this.zone = this.zones.value;
    this.#day = null;
    this.draw();
    this.dispatchEvent(new Event('zone'));
  }

  draw() {
    const days = byDay(this.#slots, this.zone);
    const held = days.find((day) => day.slots.includes(this.#held));
    const chosen = days.find((day) => day.key === this.#day) ?? held ?? days[0];
    this.days.setAttribute('aria-label', t('booking.days'));
    const before = document.activeElement;
    const inDays = this.days.contains(before);
    const slot = this.times.contains(before) ? before.dataset.start : null;
    fill(this.days, days.map((day) => this.#dayButton(day, day === chosen)));
    fill(this.times, chosen ? this.#timesOf(chosen) : null);
    if (inDays) {
      this.days.querySelector('[aria-pressed="true"]')?.focus();
    } else if (slot !== null) {
      this.times.querySelector(`[data-start="${slot}"]`)?.focus();
    }
  }

  #dayButton(day, chosen) {
    const at = new Date(day.at);
    const part = (options) => new Intl.DateTimeFormat(i18n.locale, { ...options, timeZone: this.zone }).format(at);
    return h('button', { class: 'day', type: 'button', testid: 'day', 'aria-pressed': String(chosen), 'aria-label': `${longDay(at, i18n.locale, this.zone)}: ${t('booking.free_count', { count: day.slots.length })}`, data: { day: day.key }, on: { click: () => this.#choose(day.key) } },
      h('span', { class: 'small muted' }, part({ weekday: 'short' })), h('b', {}, part({ day: 'numeric' })), h('span', { class: 'small muted' }, part({ month: 'short' })));
  }

  #choose(key) {
    this.#day = key;
    this.draw();
  }

  #timesOf(day) {
    const groups = PARTS.map((part) => ({ part, slots: day.slots.filter((slot) => partOf(slot, this.zone) === part) })).filter(({ slots }) => slots.length > 0);
    return [h('h2', { class: 'times-day' }, longDay(day.at, i18n.locale, this.zone)),
      ...groups.map(({ part, slots }) => h('div', { class: 'times-part', role: 'group', 'aria-label': t(NAMES[part]) }, h('p', { class: 'small muted' }, t(NAMES[part])), h('div', { class: 'times-row' }, slots.map((slot) => this.#slot(slot)))))];
  }

  #slot(slot) {
    return h('button', { class: 'slot nums', type: 'button', testid: 'slot', 'aria-pressed': String(slot === this.#held), data: { start: slot }, on: { click: () => this.dispatchEvent(new CustomEvent('pick', { detail: slot })) } }, clockIn(new Date(slot), i18n.locale, this.zone));
  }
}
