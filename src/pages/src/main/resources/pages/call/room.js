// The call from the inside: the line to the backend, the connection to the other side, our media, and what the backend is told.
import { Problem } from '../shared/api.js';
import { Backoff } from '../shared/backoff.js';
import { Calls, Length, isOver } from '../shared/calls.js';
import { ServerClock } from '../shared/server-clock.js';
import { Connection } from '../shared/socket.js';
import { endByRequest } from './ending.js';
import { Entry } from './entry.js';
import { Evidence } from './evidence.js';
import { Media } from './media.js';
import { Peer } from './peer.js';
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
  state = 'preparing';
  me = null;
  call = null;
  remote = null;
  peer = null;
  length = new Length();

  constructor(callId) {
    super();
    this.callId = callId;
    this.clock = new ServerClock();
    this.ticket = new Ticket(callId);
    this.entry = new Entry(this.ticket);
    this.media = new Media();
    this.evidence = new Evidence((message) => this.connection.send({ ...message, call_id: this.callId }), () => this.peer);
    this.connection = new Connection({ clock: this.clock, hello: () => ({ token: this.ticket.value ?? undefined }), backoff: new Backoff({ first: 500, most: 4_000 }), final: Object.keys(REFUSALS) });
    this.#wire();
  }

  #wire() {
    this.connection.addEventListener('welcome', ({ detail }) => this.#welcome(detail));
    this.connection.addEventListener('message', ({ detail }) => this.#receive(detail));
    this.connection.addEventListener('refused', ({ detail }) => this.#refused(detail.code, detail.call));
    this.connection.addEventListener('state', ({ detail }) => this.#line(detail));
    this.media.addEventListener('track', ({ detail }) => this.peer?.replace(detail.kind, detail.track));
    this.media.addEventListener('change', () => {
      this.peer?.tell();
      this.#changed();
    });
    this.media.addEventListener('problem', ({ detail }) => this.#problem(detail.code, detail.kind));
    this.media.addEventListener('solved', ({ detail }) => this.#solved(detail));
    addEventListener('online', () => this.peer?.restart());
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
    const call = message.live_calls.find((c) => c.call_id === this.callId);
    if (call) {
      this.#take(call);
    }
    this.peer ??= this.#connect();
    this.#join();
  }

  #connect() {
    const peer = new Peer({
      polite: this.me.role === 'applicant',
      iceServers: this.entry.iceServers,
      media: this.media,
      send: (signal) => this.connection.send({ type: 'rtc_signal', call_id: this.callId, ...signal }),
    });
    peer.addEventListener('link', () => this.#linked());
    peer.addEventListener('picture', () => this.#changed());
    peer.addEventListener('state', ({ detail }) => {
      this.remote = { audio: Boolean(detail.audio), video: Boolean(detail.video), screen: Boolean(detail.screen) };
      this.#changed();
    });
    return peer;
  }

  // Both have to be there: our devices (or the knowledge that there are none) and the line.
  #join() {
    if (!this.#mediaReady || !this.connection.online || this.peer === null || this.over) {
      return;
    }
    this.connection.send({ type: 'video_call_joined', call_id: this.callId });
    this.peer.announce();
    this.evidence.start();
    this.#changed();
  }

  #receive(message) {
    switch (message.type) {
      case 'rtc_signal':
        if (message.call_id === this.callId && !this.over) {
          this.peer?.receive(message);
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
    if (isOver(call)) {
      this.#quiet();
      this.connection.stop();
      this.ticket.forget();
    }
    this.#changed();
  }

  /** The other side: its name and id, as far as known. */
  get other() {
    const side = this.me?.role === 'applicant' ? 'recruiter' : 'applicant';
    const person = this.call?.participants.find((p) => p.role === side);
    return person ? { id: person.user_id, name: person.name, present: person.present } : null;
  }

  get over() {
    return this.#hungUp || isOver(this.call) || this.#failed !== null;
  }

  get failed() {
    return this.#failed;
  }

  #linked() {
    clearTimeout(this.#iceTimer);
    if (this.peer.link === 'connected') {
      this.#connectedOnce = true;
      this.#solved('ice_failed');
    } else if (this.peer.link !== 'none') {
      this.entry.renew((servers) => this.peer.useServers(servers));
      this.#iceTimer = setTimeout(() => this.peer.link !== 'connected' && !this.over && this.#problem('ice_failed'), ICE_GIVES_UP);
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
    setTimeout(() => endByRequest(this.callId, token, () => isOver(this.call), (call) => call?.call_id && this.#take(call)), told ? 2_000 : 0);
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
    this.peer?.close();
    this.media.close();
    this.remote = null;
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
    if (this.peer?.link === 'connected') {
      return 'connected';
    }
    return this.#connectedOnce ? 'reconnecting' : 'connecting';
  }
}
