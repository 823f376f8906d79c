// A dialog over the page: keeps the keyboard inside, closes with Escape or a press beside it, and gives the focus back.
import { h } from '../shared/dom.js';
import { icon } from '../shared/icons.js';

export class Dialog {
  #before = null;

  /** @param title the key of its title */
  constructor({ title, testid, closed = () => {} }, ...content) {
    const id = `${testid}-title`;
    this.element = h('dialog', { class: 'dialog', testid, 'aria-labelledby': id, on: { click: (e) => this.#beside(e), close: () => this.#after(closed), keydown: (e) => this.#trap(e) } },
      h('div', { class: 'dialog-body' },
        h('div', { class: 'dialog-head' }, h('h2', { id, class: 'grow', t: title }), h('button', { class: 'btn quiet icon-only', label: 'dialog.close', testid: `${testid}-close`, on: { click: () => this.close() } }, icon('close', 18))),
        content));
  }

  open() {
    if (this.element.open) {
      return;
    }
    this.#before = document.activeElement;
    document.getElementById('over').append(this.element);
    this.element.showModal();
  }

  close() {
    if (this.element.open) {
      this.element.close();
    }
  }

  #after(closed) {
    this.element.remove();
    this.#before?.focus?.();
    this.#before = null;
    closed();
  }

  // The body of the dialog fills it, so that only the backdrop is pressed as the dialog itself.
  #beside(event) {
    if (event.target === this.element) {
      this.close();
    }
  }

  // The browser keeps the page out of reach; this keeps Tab from leaving for the browser's own bars.
  #trap(event) {
    if (event.key !== 'Tab') {
      return;
    }
    const stops = [...this.element.querySelectorAll('button, select, a[href], input')].filter((el) => !el.disabled && el.offsetParent !== null);
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement === edge) {
      event.preventDefault();
      (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
    }
  }
}
