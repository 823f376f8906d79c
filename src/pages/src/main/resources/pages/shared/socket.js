// The WebSocket: says hello, keeps the line warm, comes back by itself, and knows when it is refused for good.
import { Backoff } from './backoff.js';
import { parse } from './json.js';

const PING_EVERY = 20_000;
const PONG_WITHIN = 8_000;
const WELCOME_WITHIN = 8_000;

/**
 * Events: `welcome` and `message` (detail is the message), `state` (detail: `connecting`, `online` or `offline`),
 * `refused` (detail is the error that came instead of a welcome; it does not try again by itself).
 */
export class Connection extends EventTarget {
  #socket = null;
  #state = 'connecting';
  #timers = new Set();
  #retryTimer = 0;
  #stopped = true;
  #heard = 0;

  /** @param hello gives the fields of the hello; asked anew for each connection */
  constructor({ url = socketUrl(), hello = () => ({}), clock, backoff = new Backoff(), final = [] }) {
    super();
    this.url = url;
    this.hello = hello;
    this.clock = clock;
    this.backoff = backoff;
    this.final = new Set(['unauthenticated', ...final]);
    this.onOnline = () => this.hurry();
    this.onVisible = () => document.visibilityState === 'visible' && this.hurry();
  }

  get state() {
    return this.#state;
  }

  get online() {
    return this.#state === 'online';
  }

  start() {
    if (!this.#stopped) {
      return;
    }
    this.#stopped = false;
    addEventListener('online', this.onOnline);
    document.addEventListener('visibilitychange', this.onVisible);
    this.#connect();
  }

  stop() {
    this.#stopped = true;
    removeEventListener('online', this.onOnline);
    document.removeEventListener('visibilitychange', this.onVisible);
    clearTimeout(this.#retryTimer);
    this.#drop();
  }

  /** Tries now instead of waiting; on a connection that stands, asks whether it still does. */
  hurry() {
    if (this.#stopped) {
      return;
    }
    if (this.#socket === null) {
      clearTimeout(this.#retryTimer);
      this.backoff.reset();
      this.#connect();
    } else if (this.online) {
      this.#ping();
    }
  }

  /** Sends if the line stands; says whether it did. */
  send(message) {
    if (!this.online || this.#socket?.readyState !== WebSocket.OPEN) {
      return false;
    }
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  #connect() {
    this.#drop();
    this.#become('connecting');
    let socket;
    try {
      socket = new WebSocket(this.url);
    } catch {
      this.#again();
      return;
    }
    this.#socket = socket;
    let helloAt = 0;
    this.#later(WELCOME_WITHIN, () => !this.online && this.#lost(socket));
    socket.onopen = () => {
      helloAt = this.clock.local();
      socket.send(JSON.stringify({ type: 'hello', ...this.hello() }));
    };
    socket.onmessage = (event) => this.#receive(socket, event.data, helloAt);
    socket.onclose = () => this.#lost(socket);
  }

  #receive(socket, data, helloAt) {
    if (socket !== this.#socket) {
      return;
    }
    this.#heard = this.clock.local();
    const message = parse(data);
    if (typeof message?.type !== 'string') {
      return;
    }
    if (message.type === 'welcome') {
      this.clock.learn(message.server_time, helloAt);
      this.backoff.reset();
      this.#become('online');
      this.#beat();
      this.#tell('welcome', message);
    } else if (message.type === 'pong') {
      this.clock.learn(message.server_time, this.pingAt ?? this.#heard);
    } else if (message.type === 'error' && !this.online && this.final.has(message.code)) {
      this.stop();
      this.#become('offline');
      this.#tell('refused', message);
    } else {
      this.#tell('message', message);
    }
  }

  #beat() {
    this.#later(PING_EVERY, () => {
      this.#ping();
      this.#beat();
    });
  }

  #ping() {
    const socket = this.#socket;
    this.pingAt = this.clock.local();
    const asked = this.pingAt;
    if (!this.send({ type: 'ping' })) {
      this.#lost(socket);
      return;
    }
    this.#later(PONG_WITHIN, () => this.#heard < asked && this.#lost(socket));
  }

  #lost(socket) {
    if (socket !== this.#socket) {
      return;
    }
    this.#drop();
    if (!this.#stopped) {
      this.#become('offline');
      this.#again();
    }
  }

  #again() {
    clearTimeout(this.#retryTimer);
    this.#retryTimer = setTimeout(() => this.#connect(), this.backoff.next());
  }

  #drop() {
    this.#timers.forEach(clearTimeout);
    this.#timers.clear();
    const socket = this.#socket;
    this.#socket = null;
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    }
  }

  #later(ms, act) {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    this.#timers.add(timer);
  }

  #become(state) {
    if (state !== this.#state) {
      this.#state = state;
      this.#tell('state', state);
    }
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** The WebSocket beside this page. */
export function socketUrl(at = location) {
  return `${at.protocol === 'https:' ? 'wss:' : 'ws:'}//${at.host}/ws`;
}
