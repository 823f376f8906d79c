// The line of this call to the backend: what it says, sorted by what it means for the call.
import { Backoff } from '../shared/backoff.js';
import { ServerClock } from '../shared/server-clock.js';
import { Connection } from '../shared/socket.js';
import { REFUSALS } from './problems.js';

const SOON = 1_000;

/**
 * Events: `welcome` (detail: the message), `call` (detail: a snapshot of a call, perhaps of another one), `signal` (detail: what another page
 * of this call signals), `ready` (detail: the way in from now on), `elsewhere`, `full`, `early` (we said too soon that we are here), `refused`
 * (detail: a code), `state`, and `message` (detail: whatever it said).
 */
export class CallLine extends EventTarget {
  /** @param ticket known by which one opens the line */
  constructor(callId, ticket) {
    super();
    this.callId = callId;
    this.clock = new ServerClock();
    this.connection = new Connection({ clock: this.clock, hello: () => ({ token: ticket.value ?? undefined }), backoff: new Backoff({ first: 500, most: 4_000 }), final: Object.keys(REFUSALS) });
    this.connection.addEventListener('welcome', ({ detail }) => this.#tell('welcome', detail));
    this.connection.addEventListener('state', ({ detail }) => this.#tell('state', detail));
    this.connection.addEventListener('message', ({ detail }) => this.#receive(detail));
    this.connection.addEventListener('refused', ({ detail: { code, call } }) => this.#refused(code, call));
  }

  /** Says something of this call, if the line stands; says whether it did. */
  say(type, more = {}) {
    return this.connection.send({ type, call_id: this.callId, ...more });
  }

  #receive(message) {
    switch (message.type) {
      case 'rtc_signal':
        if (message.call_id === this.callId) {
          this.#tell('signal', message);
        }
        break;
      case 'video_call_ready':
        this.#tell('call', message.call);
        if (message.call_id === this.callId) {
          this.#tell('ready', message);
        }
        break;
      case 'video_call_started':
      case 'video_call_reconnecting':
      case 'video_call_ended':
        this.#tell('call', message.call);
        break;
      case 'video_call_answered_elsewhere':
        this.#tell('elsewhere');
        break;
      case 'error':
        this.#error(message);
        break;
      default:
        break;
    }
    this.#tell('message', message);
  }

  #error({ code, call }) {
    if (call) {
      this.#tell('call', call);
    }
    if (code === 'too_early') {
      setTimeout(() => this.#tell('early'), SOON);
    } else if (code === 'full') {
      this.#tell('full');
    }
  }

  #refused(code, call) {
    if (call) {
      this.#tell('call', call);
    }
    this.#tell('refused', code);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
