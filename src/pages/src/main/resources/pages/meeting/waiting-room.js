// The waiting room of an interview: one stays until somebody of the team lets one in. A word of the line may be missed, so the door is asked again now and then.
import { h } from '../shared/dom.js';

const AGAIN = 10_000;

export class WaitingRoom {
  #timer;
  #gone;

  /** @param act `ask()` asks at the door again, `leave(keepalive)` tells the team that one is gone, `stop()` is the reader's wish */
  constructor(act) {
    this.element = h('div', { class: 'waiting-room', role: 'status', testid: 'meeting-waiting' },
      h('span', { class: 'waiting-dot', 'aria-hidden': 'true' }),
      h('div', { class: 'grow' }, h('b', { t: 'meeting.waiting' }), h('p', { class: 'muted small', t: 'meeting.waiting_text' })),
      h('button', { class: 'btn', type: 'button', testid: 'meeting-leave', t: 'meeting.waiting_leave', on: { click: () => act.stop() } }));
    this.#timer = setInterval(() => act.ask(), AGAIN);
    this.#gone = () => act.leave(true);
    addEventListener('pagehide', this.#gone);
  }

  close() {
    clearInterval(this.#timer);
    removeEventListener('pagehide', this.#gone);
  }
}
