// The part of the device check that is heard: a tune, and the question whether it was.
import { h, say } from '../shared/dom.js';
import { icon } from '../shared/icons.js';
import { DeviceChoice } from './device-choice.js';
import { play, selectable } from './speaker.js';

export class SpeakerCheck {
  /** @param mark called with the state: `ok`, `unheard`, `missing` */
  constructor(mark) {
    this.mark = mark;
    this.choice = new DeviceChoice('speaker', 'check.choose_speaker', () => this.#play());
    this.button = h('button', { class: 'btn', testid: 'check-tone', on: { click: () => this.#play() } }, icon('sound', 16), this.label = h('span', { t: 'check.tone' }));
    this.question = h('div', { class: 'row wrap', role: 'group', label: 'check.heard', hidden: true, testid: 'check-heard' }, h('span', { t: 'check.heard' }),
      h('button', { class: 'btn small', testid: 'check-heard-yes', t: 'check.heard_yes', on: { click: () => this.#answer('ok') } }),
      h('button', { class: 'btn small', testid: 'check-heard-no', t: 'check.heard_no', on: { click: () => this.#answer('unheard') } }));
    this.element = h('div', { class: 'check-part' }, this.choice.element, h('div', { class: 'row wrap' }, this.button, this.question));
  }

  draw(list) {
    this.choice.draw(selectable ? list : []);
  }

  async #play() {
    this.button.disabled = true;
    say(this.label, 't', 'check.playing');
    this.question.hidden = false;
    try {
      await play(this.choice.value);
    } catch {
      this.question.hidden = true;
      this.mark('missing');
    } finally {
      this.button.disabled = false;
      say(this.label, 't', 'check.tone');
    }
  }

  #answer(state) {
    this.question.hidden = true;
    this.mark(state);
    this.button.focus();
  }

  stop() {
    this.question.hidden = true;
  }
}
