// The line at the top of a call: who, how good, how long.
import { h, say } from '../shared/dom.js';
import { i18n, t } from '../shared/i18n.js';
import { length } from '../shared/time.js';

const BARS = ['quality.none', 'quality.poor', 'quality.fair', 'quality.good', 'quality.best'];

/** Four bars that say how good a connection is. */
export function qualityBars(testid) {
  return h('span', { class: 'bars', testid, role: 'img' }, [1, 2, 3, 4].map((n) => h('i', { class: `bar-${n}` })));
}

/** Shows 0 to 4 bars. */
export function showBars(el, bars) {
  el.dataset.bars = String(bars);
  say(el, 'label', BARS[bars]);
}

export class Head {
  constructor() {
    this.name = h('b', { class: 'head-name' });
    this.bars = qualityBars('bars');
    this.figures = h('span', { class: 'dim small nums figures' });
    this.time = h('span', { class: 'nums', testid: 'length', role: 'timer', 'aria-live': 'off' }, '0:00');
    this.element = h('header', { class: 'head' }, h('span', { class: 'dot' }), this.name, h('span', { class: 'grow' }), this.bars, this.figures, this.time);
  }

  draw(room) {
    this.name.textContent = room.names || 'Optima';
    if (room.carrier.name !== 'direct' && room.carrier.stats === null) {
      this.quality(null);
    }
    this.tick(room);
  }

  tick(room) {
    this.time.textContent = length(room.length.at(room.clock.now()));
  }

  /** Shows the figures; null if nothing is known. */
  quality(stats) {
    this.bars.hidden = stats === null;
    this.figures.hidden = stats === null;
    if (stats === null) {
      return;
    }
    const { bars, rtt, loss } = stats;
    showBars(this.bars, bars);
    const percent = new Intl.NumberFormat(i18n.locale, { style: 'percent', maximumFractionDigits: 1 });
    const way = rtt === null ? [] : [`${Math.round(rtt * 1000)} ms`];
    const lost = loss === null ? [] : [t('quality.loss', { percent: percent.format(loss) })];
    this.figures.textContent = [...way, ...lost].join(' · ');
  }
}
