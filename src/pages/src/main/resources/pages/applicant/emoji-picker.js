// A small choice of emojis over the chat; arrows move in it, Escape leaves it, and the focus goes back to where it was.
import { h } from '../shared/dom.js';

const EMOJIS = ['👍', '❤️', '😂', '🎉', '🙏', '👏', '😊', '🙂', '😉', '😍', '🤔', '😮', '😢', '😅', '👀', '💪', '🤝', '✅', '👌', '👋', '🔥', '🚀', '☕', '👎'];
const COLUMNS = 6;
const GAP = 8;

export class EmojiPicker {
  #chosen = () => {};
  #opener = null;

  /** @param frame the element over which it opens */
  constructor(frame) {
    this.frame = frame;
    this.buttons = EMOJIS.map((emoji) => h('button', { class: 'emoji', type: 'button', tabindex: '-1', data: { emoji }, on: { click: () => this.#choose(emoji) } }, emoji));
    this.element = h('div', { class: 'picker', role: 'dialog', label: 'chat.emojis', testid: 'picker', hidden: true, on: { keydown: (e) => this.#key(e) } }, this.buttons);
    frame.append(this.element);
    document.addEventListener('pointerdown', ({ target }) => !this.element.contains(target) && !this.#opener?.contains(target) && this.close(false));
  }

  get open() {
    return !this.element.hidden;
  }

  /** Opens near `opener`; `chosen` gets the emoji. A second press on the same button closes. */
  toggle(opener, chosen) {
    if (this.open && this.#opener === opener) {
      this.close();
      return;
    }
    this.#chosen = chosen;
    this.#opener = opener;
    this.element.hidden = false;
    this.#place();
    this.buttons[0].focus({ preventScroll: true });
  }

  #place() {
    const frame = this.frame.getBoundingClientRect();
    const at = this.#opener.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const above = at.top - frame.top - height - GAP;
    const top = above >= 0 ? above : Math.min(at.bottom - frame.top + GAP, frame.height - height - GAP);
    this.element.style.left = `${Math.max(GAP, Math.min(at.left - frame.left, frame.width - width - GAP))}px`;
    this.element.style.top = `${Math.max(GAP, top)}px`;
  }

  close(back = true) {
    if (!this.open) {
      return;
    }
    this.element.hidden = true;
    if (back) {
      this.#opener?.focus({ preventScroll: true });
    }
  }

  #choose(emoji) {
    this.close();
    this.#chosen(emoji);
  }

  #key(event) {
    const at = this.buttons.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, ArrowDown: at + COLUMNS, ArrowUp: at - COLUMNS, Home: 0, End: this.buttons.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.buttons[Math.max(0, Math.min(this.buttons.length - 1, to))].focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    }
  }
}
