// A call behind a link of its own: this page says where it is, and keeps our presence while it is open.
import { h, say } from '../shared/dom.js';
import { icon } from '../shared/icons.js';
import { Carrier, isTogether, othersIn } from './carrier.js';

export class LinkCarrier extends Carrier {
  #me = null;
  #call = null;
  #opened = false;
  #closed = false;
  name = 'link';

  /** @param host the console around this page, if it is one: it opens the link outside of its window */
  constructor({ entry, host }) {
    super();
    this.host = host;
    this.url = entry.way.link_url;
    this.state = h('p', { class: 'dim', t: 'link.text' });
    this.open = h('a', { class: 'btn primary big', testid: 'link-open', href: this.url, target: '_blank', rel: 'noopener noreferrer', on: { click: (event) => this.#press(event) } }, icon('link', 18), h('span', { t: 'link.open' }));
    this.picture = { element: this.#page(), draw: () => this.#draw(), end: () => this.picture.element.remove() };
  }

  #page() {
    return h('div', { class: 'link-page' }, h('section', { class: 'problem', testid: 'link-page' },
      h('div', { class: 'problem-sign' }, icon('link', 32)),
      h('h1', { t: 'link.title' }),
      this.state,
      this.open,
      h('p', { class: 'dim small link-address' }, new URL(this.url, location.href).host),
      h('p', { class: 'problem-steps small', t: 'link.keep' })));
  }

  #draw() {
    say(this.state, 't', this.#opened ? 'link.opened' : 'link.text');
  }

  #press(event) {
    if (this.host.isConsole) {
      event.preventDefault();
      this.host.say({ type: 'open_link', url: this.url });
    }
    this.#opened = true;
    this.tell('change');
  }

  start() {
    this.tell('change');
  }

  welcome(me) {
    this.#me = me;
  }

  take(call) {
    this.#call = call;
  }

  get isReady() {
    return true;
  }

  get isPresent() {
    return this.#opened && !this.#closed;
  }

  get isConnected() {
    return this.isPresent && isTogether(this.#call, this.others);
  }

  get waitsFor() {
    return 'link';
  }

  get others() {
    return othersIn(this.#call, this.#me);
  }

  get offers() {
    return { media: false, screen: false, background: false, lobby: false, record: false, transcribe: false };
  }

  close() {
    this.#closed = true;
  }
}
