// The call from the inside: the line to the backend, the connections to the others, our media, and what the backend is told.
import { Problem, request } from '../shared/api.js';
import { Backoff } from '../shared/backoff.js';
import { Calls, Length, isOver } from '../shared/calls.js';
import { i18n } from '../shared/i18n.js';
import { ServerClock } from '../shared/server-clock.js';
import { Connection } from '../shared/socket.js';
import { endByRequest } from './ending.js';
import { Entry } from './entry.js';
import { Evidence } from './evidence.js';
import { Media } from './media.js';
import { Mesh } from './mesh.js';
import { Ticket } from './ticket.js';

// Somebody who thinks about the camera question is in the call meanwhile; the backend waits 30 s for both.
const ASKED_LONG_ENOUGH = 8_000;
const ICE_GIVES_UP = 20_000;
const MOST_REFUSALS = 3;
const REFUSALS = { stale: 'call_over', not_found: 'not_yours', forbidden: 'not_yours', unauthenticated: 'not_yours', full: 'room_full' };

/**
 * Events: `change` (draw again) and `problem` (detail: `{code, kind?}`), `solved` (detail: a code or a kind).
 * `state` is `preparing`, `connecting`, `connected`, `reconnecting`, `ended` or `failed`.
 */
export class Room extends EventTarget {
  #calls = new Calls();
  #connectedOnce = false;
  #mediaReady = false;
  #failed = null;
  #hungUp = false;
  #iceTimer = 0;
  #refusals = 0;
  #seated = false;
  state = 'preparing';
  me = null;
  call = null;
  mesh = null;
  length = new Length();
  /** Whether we left while the others go on. */
  left = false;

  constructor(callId) {
    super();
    this.callId = callId;
    this.clock = new ServerClock();
    this.ticket = new Ticket(callId);
    this.entry = new Entry(this.ticket);
    this.media = new Media();
    this.evidence = new Evidence((message) => this.connection.send({ ...message, call_id: this.callId }), () => this.others);
    this.connection = new Connection({ clock: this.clock, hello: () => ({ token: this.ticket.value ?? undefined }), backoff: new Backoff({ first: 500, most: 4_000 }), final: Object.keys(REFUSALS) });
    this.#wire();
  }

  #wire() {
    this.connection.addEventListener('welcome', ({ detail }) => this.#welcome(detail));
    this.connection.addEventListener('message', ({ detail }) => this.#receive(detail));
    this.connection.addEventListener('refused', ({ detail }) => this.#refused(detail.code, detail.call));
    this.connection.addEventListener('state', ({ detail }) => this.#line(detail));
    this.media.addEventListener('track', ({ detail }) => this.mesh?.replace(detail.kind, detail.track));
    this.media.addEventListener('change', () => {
      this.mesh?.tell();
      this.#changed();
    });
    this.media.addEventListener('problem', ({ detail }) => this.#problem(detail.code, detail.kind));
    this.media.addEventListener('solved', ({ detail }) => this.#solved(detail));
    addEventListener('online', () => this.mesh?.restart());
  }

  /** Opens the devices and goes in. */
  async start() {
    const opened = this.media.open();
    await this.#enter();
    if (this.#failed !== null) {
      return;
    }
    await Promise.race([opened, new Promise((resolve) => setTimeout(resolve, ASKED_LONG_ENOUGH))]);
    this.#mediaReady = true;
    this.#join();
  }

  async #enter() {
    try {
      await this.entry.enter(() => this.#problem('socket_lost'));
      this.connection.start();
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
      this.#refused(problem.code, problem.body.call);
    }
  }

  #welcome(message) {
    this.me = { id: message.user_id, name: message.name, role: message.role };
    this.#solved('socket_lost');
    this.mesh ??= this.#connect();
    const call = message.live_calls.find((c) => c.call_id === this.callId);
    if (call) {
      this.#take(call);
    }
    this.#join();
  }

  #connect() {
    const mesh = new Mesh({
      me: this.me,
      media: this.media,
      iceServers: () => this.entry.iceServers,
      send: (signal) => this.connection.send({ type: 'rtc_signal', call_id: this.callId, ...signal }),
    });
    mesh.addEventListener('link', () => this.#linked());
    mesh.addEventListener('change', () => this.#changed());
    mesh.addEventListener('stranger', () => this.#ask());
    if (this.call !== null) {
      mesh.take(this.call);
    }
    return mesh;
  }

  // Somebody came of whom the line has not told yet.
  async #ask() {
    try {
      this.#take(await request('GET', `/api/video-calls/${encodeURIComponent(this.callId)}/status`, { token: this.ticket.value ?? undefined }));
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
    }
  }

  // Both have to be there: our devices (or the knowledge that there are none) and the line.
  #join() {
    if (!this.#mediaReady || !this.connection.online || this.mesh === null || this.over) {
      return;
    }
    this.connection.send({ type: 'video_call_joined', call_id: this.callId });
    this.mesh.announce();
    this.evidence.start();
    this.#changed();
  }

  #receive(message) {
    switch (message.type) {
      case 'rtc_signal':
        if (message.call_id === this.callId && !this.over) {
          this.mesh?.receive(message);
        }
        break;
      case 'video_call_started':
      case 'video_call_reconnecting':
      case 'video_call_ended':
      case 'video_call_ready':
        this.#take(message.call);
        break;
      case 'video_call_answered_elsewhere':
        this.#fail('elsewhere');
        break;
      case 'error':
        this.#error(message);
        break;
      default:
        break;
    }
  }

  #error({ code, call }) {
    if (call?.call_id === this.callId) {
      this.#take(call);
    }
    if (code === 'too_early') {
      setTimeout(() => this.#join(), 1_000);
    } else if (code === 'full') {
      this.#fail('room_full');
    }
  }

  #take(call) {
    if (call.call_id !== this.callId || !this.#calls.apply(call)) {
      return;
    }
    this.call = call;
    this.length.take(call, this.clock.now());
    this.#seat(call);
    if (isOver(call)) {
      this.#quiet();
      this.connection.stop();
      this.ticket.forget();
    } else if (!this.over) {
      this.mesh?.take(call);
    }
    this.#changed();
  }

  // Of more than two, one may leave while the call goes on: by a button here, or in the console around this page.
  #seat(call) {
    const mine = call.participants.find(({ user_id: id }) => id === this.me?.id);
    this.#seated ||= Boolean(mine?.present);
    if (this.#seated && mine?.left_at && !isOver(call)) {
      this.left = true;
      this.#hungUp = true;
      this.#quiet();
      this.connection.stop();
    }
  }

  /** The others in the call, as far as known. */
  get others() {
    return this.mesh?.others ?? [];
  }

  /** Their names, as one says them. */
  get names() {
    return new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(this.others.map(({ name }) => name).filter(Boolean));
  }

  get over() {
    return this.#hungUp || isOver(this.call) || this.#failed !== null;
  }

  get failed() {
    return this.#failed;
  }

  #linked() {
    clearTimeout(this.#iceTimer);
    if (this.mesh.isConnected) {
      this.#connectedOnce = true;
      this.#solved('ice_failed');
    } else if (this.others.some(({ peer }) => peer.link !== 'none')) {
      this.entry.renew((servers) => this.mesh.useServers(servers));
      this.#iceTimer = setTimeout(() => !this.mesh.isConnected && !this.over && this.#problem('ice_failed'), ICE_GIVES_UP);
    }
    this.#changed();
  }

  #line(state) {
    if (state === 'offline' && !this.over) {
      this.#problem('socket_lost');
    }
    this.#changed();
  }

  /** Ends the call: devices off at once; the backend is told, by the line or by a request. */
  hangUp() {
    if (this.over) {
      return;
    }
    this.#hungUp = true;
    const told = this.connection.send({ type: 'video_call_end', call_id: this.callId });
    const token = this.ticket.value ?? undefined;
    setTimeout(() => endByRequest(this.callId, token, () => this.left || isOver(this.call), (call) => call?.call_id && this.#take(call)), told ? 2_000 : 0);
    this.#quiet();
    this.#changed();
  }

  #refused(code, call) {
    if (call?.call_id === this.callId) {
      this.#take(call);
    }
    if (code === 'unauthenticated' && this.#refusals < MOST_REFUSALS && !this.over) {
      this.#refusals += 1;
      this.#enterAgain();
    } else if (!isOver(this.call)) {
      this.#fail(REFUSALS[code] ?? 'not_yours');
    }
  }

  // The ticket is no longer honoured: the cookie may still give a new one.
  async #enterAgain() {
    this.ticket.forget();
    await this.#enter();
  }

  #fail(code) {
    if (this.#hungUp) {
      return;
    }
    this.#failed = code;
    this.#quiet();
    this.connection.stop();
    this.#problem(code);
    this.#changed();
  }

  #quiet() {
    this.evidence.stop();
    clearTimeout(this.#iceTimer);
    this.mesh?.close();
    this.media.close();
  }

  #problem(code, kind) {
    this.dispatchEvent(new CustomEvent('problem', { detail: { code, kind } }));
  }

  #solved(what) {
    this.dispatchEvent(new CustomEvent('solved', { detail: what }));
  }

  #changed() {
    this.state = this.#where();
    this.dispatchEvent(new Event('change'));
  }

  #where() {
    if (this.#failed !== null) {
      return 'failed';
    }
    if (this.over) {
      return 'ended';
    }
    if (!this.#mediaReady || this.me === null) {
      return 'preparing';
    }
    if (this.mesh?.isConnected) {
      return 'connected';
    }
    return this.#connectedOnce ? 'reconnecting' : 'connecting';
  }
}
