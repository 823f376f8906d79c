// The call over the page: the call page in a frame of the same origin.
import { h } from '../shared/dom.js';
import { i18n } from '../shared/i18n.js';

const ALLOW = 'camera; microphone; display-capture; autoplay; fullscreen; speaker-selection; screen-wake-lock';

export class CallFrame {
  #frame = null;

  constructor(onClose) {
    addEventListener('message', (event) => {
      if (this.#frame && event.origin === location.origin && event.source === this.#frame.contentWindow && event.data?.type === 'optima_call_closed') {
        onClose();
      }
    });
    i18n.addEventListener('change', () => this.#frame?.contentWindow?.postMessage({ type: 'optima_language', language: i18n.language }, location.origin));
  }

  get open() {
    return this.#frame !== null;
  }

  /** Opens the page of a call; the ticket stays in the fragment and goes nowhere else. */
  show(callId, joinUrl) {
    this.hide();
    const ticket = new URL(joinUrl, location.href).hash;
    this.#frame = h('iframe', { class: 'call-frame', testid: 'call-frame', allow: ALLOW, label: 'home.call_frame', src: `/call/${encodeURIComponent(callId)}?host=page&lang=${i18n.language}${ticket}` });
    document.getElementById('app').inert = true;
    document.getElementById('over').append(this.#frame);
    document.body.classList.add('in-call');
    this.#frame.focus();
  }

  hide() {
    this.#frame?.remove();
    this.#frame = null;
    document.getElementById('app').inert = false;
    document.body.classList.remove('in-call');
  }
}
