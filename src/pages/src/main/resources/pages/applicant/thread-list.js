// The list of what was said: draws what changed, keeps the place of the reader whatever happens above or below it.
import { h } from '../shared/dom.js';

const NEAR = 60;

/** Events: `scroll` (the place changed), `edge` (detail: `top` or `bottom` is near). */
export class ThreadList extends EventTarget {
  #drawn = new Map();
  #place = null;
  #top = 0;
  stick = true;
  #live = true;

  /** @param build makes the element of an item */
  constructor(build, label) {
    super();
    this.build = build;
    this.element = h('div', { class: 'thread', testid: 'messages', role: 'log', 'aria-live': 'off', tabindex: '0', label, on: { scroll: () => this.#scrolled() } });
    new ResizeObserver(() => this.#hold()).observe(this.element);
  }

  /** Everything is drawn anew at the next drawing: the language changed, or the day. */
  forget() {
    this.#drawn.clear();
  }

  /**
   * Draws items, each as it is; what did not change keeps its element.
   * @param frame what stands `before` and `after` them; `live` if the last one is the newest of all, so that the end is to be kept
   */
  draw(items, { before, after = [], live }) {
    this.#live = live;
    const drawn = new Map();
    const wanted = [...before];
    for (const item of items) {
      const signature = JSON.stringify(item);
      const old = this.#drawn.get(item.id);
      const entry = old?.signature === signature ? old : { signature, item, el: this.build(item) };
      entry.el.itemId = item.id;
      drawn.set(item.id, entry);
      wanted.push(entry.el);
    }
    const focused = this.#focused();
    this.#drawn = drawn;
    reconcile(this.element, [...wanted, ...after]);
    this.#refocus(focused);
    this.#hold();
    this.edges();
  }

  /** The element and the item behind an id. */
  find(id) {
    return this.#drawn.get(id) ?? null;
  }

  /** The item whose element holds this node. */
  of(node) {
    const el = node?.closest?.('.thread > *');
    return el && el.parentNode === this.element ? this.find(el.itemId) : null;
  }

  bySeq(seq) {
    return [...this.#drawn.values()].find(({ item }) => item.seq === seq) ?? null;
  }

  #focused() {
    const el = document.activeElement;
    return this.element.contains(el) ? el.closest('.thread > *')?.itemId ?? null : null;
  }

  // The element that had the focus was built anew: the new one has it.
  #refocus(id) {
    if (id !== null && document.activeElement === document.body) {
      (this.find(id)?.el ?? this.element).focus({ preventScroll: true });
    }
  }

  get atEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  /** The last `seq` of which something can be seen. */
  get lastSeen() {
    const end = this.element.scrollTop + this.element.clientHeight;
    let seen = 0;
    for (const { item, el } of this.#drawn.values()) {
      if (item.seq && el.offsetTop + Math.min(el.offsetHeight, 40) <= end) {
        seen = item.seq;
      }
    }
    return seen;
  }

  toEnd() {
    this.stick = true;
    this.#hold();
  }

  /** Brings an element into the upper part of the frame. */
  show(el) {
    this.stick = false;
    this.element.scrollTop = Math.max(0, el.offsetTop - this.element.clientHeight / 4);
    this.#remember();
  }

  // The end stays the end; anywhere else the first thing in sight stays where it is.
  #hold() {
    const list = this.element;
    if (this.stick && this.#live) {
      list.scrollTop = list.scrollHeight;
      this.#top = list.scrollTop;
      return;
    }
    const el = this.#place && (this.find(this.#place.id)?.el ?? null);
    if (el) {
      const top = el.offsetTop - this.#place.offset;
      if (Math.abs(top - list.scrollTop) >= 1) {
        list.scrollTop = top;
      }
    }
  }

  #remember() {
    const top = this.element.scrollTop;
    const el = [...this.element.children].find((child) => child.getAttribute('role') === 'article' && child.offsetTop + child.offsetHeight > top);
    this.#place = el ? { id: el.itemId, offset: el.offsetTop - top } : null;
  }

  // The end is left only by moving up. That it is away without a move means that the frame changed its size, or what is in it:
  // a scroll of before may be told after that, and ahead of the ResizeObserver.
  #scrolled() {
    const { atEnd, element: { scrollTop } } = this;
    const pushed = this.stick && !atEnd && scrollTop >= this.#top;
    this.stick = this.#live && (atEnd || pushed);
    this.#top = scrollTop;
    if (pushed) {
      this.#hold();
    }
    this.#remember();
    this.dispatchEvent(new Event('scroll'));
    this.edges();
  }

  /** Says so when an end of what is here is near. */
  edges() {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    const near = clientHeight * 1.5;
    if (scrollTop < near && !this.stick) {
      this.dispatchEvent(new CustomEvent('edge', { detail: 'top' }));
    }
    if (scrollHeight - scrollTop - clientHeight < near) {
      this.dispatchEvent(new CustomEvent('edge', { detail: 'bottom' }));
    }
  }
}

function reconcile(parent, wanted) {
  const keep = new Set(wanted);
  [...parent.childNodes].filter((child) => !keep.has(child)).forEach((child) => child.remove());
  let at = parent.firstChild;
  for (const el of wanted) {
    if (el === at) {
      at = at.nextSibling;
    } else {
      parent.insertBefore(el, at);
    }
  }
}
