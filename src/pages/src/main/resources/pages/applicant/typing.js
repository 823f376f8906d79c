// Who is writing: told to the others while one writes, shown while they do.
import { h } from '../shared/dom.js';
import { i18n, t } from '../shared/i18n.js';
import { firstName } from '../shared/person.js';

const TELL_EVERY = 3_000;
const SHOW_FOR = 5_000;

export class Typing {
  #told = 0;
  #writers = new Map();

  constructor(me, room, connection) {
    this.me = me;
    this.room = room;
    this.connection = connection;
    this.element = h('div', { class: 'typing small muted', testid: 'typing' });
    i18n.addEventListener('change', () => this.#draw());
  }

  /** One writes oneself. @param now milliseconds */
  tell(now = Date.now()) {
    if (now - this.#told >= TELL_EVERY && this.connection.send({ type: 'chat_typing', room_id: this.room })) {
      this.#told = now;
    }
  }

  sent() {
    this.#told = 0;
  }

  show({ user_id: id, name }) {
    if (id === this.me) {
      return;
    }
    clearTimeout(this.#writers.get(id)?.timer);
    this.#writers.set(id, { name, timer: setTimeout(() => this.stop(id), SHOW_FOR) });
    this.#draw();
  }

  stop(id) {
    clearTimeout(this.#writers.get(id)?.timer);
    if (this.#writers.delete(id)) {
      this.#draw();
    }
  }

  #draw() {
    const names = [...this.#writers.values()].map(({ name }) => firstName(name));
    const text = names.length === 0 ? '' : names.length === 1 ? t('chat.typing', { name: names[0] }) : t('chat.typing_many', { names: names.join(', ') });
    this.element.textContent = text;
  }
}
