// Tells a screen reader what came, in one sentence also if much came at once.
import { announce } from '../shared/dom.js';
import { t } from '../shared/i18n.js';

const GATHER = 900;
const LONGEST = 200;

export class ChatAnnouncer {
  #heard = [];
  #timer = 0;

  heard(entry) {
    this.#heard.push(entry);
    if (this.#timer === 0) {
      this.#timer = setTimeout(() => this.#say(), GATHER);
    }
  }

  #say() {
    const heard = this.#heard;
    this.#heard = [];
    this.#timer = 0;
    if (document.visibilityState !== 'visible') {
      return;
    }
    const [{ sender_name: name, body, attachments }] = heard;
    announce(heard.length === 1 ? t('chat.said', { name, text: body.slice(0, LONGEST) || attachments?.[0]?.name || '' }) : t('chat.said_many', { count: heard.length }));
  }
}
