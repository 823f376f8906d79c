// One list of devices of a kind: shown while there is something to choose, remembered for the calls.
import { h } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { remember } from '../shared/devices.js';

export class DeviceChoice {
  #known = '';

  /** @param chosen called with the id of what was chosen */
  constructor(device, label, chosen) {
    this.select = h('select', { class: 'field', id: `check-${device}-choice`, testid: `check-${device}-choice`, on: { change: () => this.#choose(device, chosen) } });
    this.element = h('div', { class: 'choice', hidden: true }, h('label', { class: 'small muted', for: `check-${device}-choice`, t: label }), this.select);
  }

  /** @param list `{id, label, selected}` of each */
  draw(list) {
    const known = JSON.stringify(list) + t('check.device', { number: 1 });
    this.element.hidden = list.length < 1;
    if (known !== this.#known) {
      this.#known = known;
      this.select.replaceChildren(...list.map(({ id, label, selected }) => h('option', { value: id, selected }, /^\d+$/.test(label) ? t('check.device', { number: label }) : label)));
    }
  }

  get value() {
    return this.select.value || null;
  }

  #choose(device, chosen) {
    remember(device, this.select.value);
    chosen(this.select.value);
  }
}
