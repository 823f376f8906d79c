// The call from the inside: the line to the backend, the way in, and what the backend is told. What carries picture and sound is another's.
import { Problem, request } from '../shared/api.js';
import { i18n } from '../shared/i18n.js';
import { CallLine } from './call-line.js';
import { Carriage } from './carriage.js';
import { Chronicle } from './chronicle.js';
import { endByRequest } from './ending.js';
import { Entry } from './entry.js';
import { KnownCall } from './known-call.js';
import { Presence } from './presence.js';
import { REFUSALS } from './problems.js';
import { Ticket } from './ticket.js';

const MOST_REFUSALS = 3;

/**
 * Events: `change` (draw again), `problem` (detail: `{code, kind?, text?}`), `solved` (detail: a code or a kind), `message` (detail: what
 * the line said). `state` is `preparing`, `connecting`, `connected`, `reconnecting`, `ended` or `failed`.
 */
export class Room extends EventTarget {
  #known;
  #connectedOnce = false;
  #failed = null;
  #hungUp = false;
  #refusals = 0;
  state = 'preparing';
  me = null;
  /** Why the provider ended it for us: `kicked`, `suspended`, `closed`; null if it did not. */
  cause = null;

  /** @param host the console around this page, or what else is there */
  constructor(callId, host) {
    super();
    this.callId = callId;
    this.#known = new KnownCall(callId);
    this.ticket = new Ticket(callId);
    this.entry = new Entry(this.ticket);
    this.line = new CallLine(callId, this.ticket);
    this.carriage = new Carriage(this.entry, { callId, entry: this.entry, host, send: (message) => this.connection.send(message), stranger: () => this.#ask() });
    this.chronicle = new Chronicle(this, (type, more) => this.line.say(type, more));
    this.presence = new Presence(this.line, () => this.carrier, () => this.chronicle.enter());
    this.#hear();
    this.#attend();
  }

  #hear() {
    const on = (type, act) => this.line.addEventListener(type, ({ detail }) => act(detail));
    on('welcome', (message) => this.#welcome(message));
    on('call', (call) => this.#take(call));
    on('signal', (signal) => !this.over && this.carrier.receive(signal));
    on('ready', (way) => this.carriage.moved(way));
    on('elsewhere', () => this.#fail('elsewhere'));
    on('full', () => this.#fail('room_full'));
    on('early', () => this.presence.tell());
    on('refused', (code) => this.#refused(code));
    on('state', (state) => this.#lineIs(state));
    on('message', (message) => this.#tell('message', message));
  }

  #attend() {
    const on = (type, act) => this.carriage.addEventListener(type, ({ detail }) => act(detail));
    on('carrier', () => {
      this.#connectedOnce = false;
    });
    on('change', () => this.#follow());
    on('problem', (problem) => !this.over && this.#tell('problem', problem));
    on('solved', (what) => this.#tell('solved', what));
    on('over', (cause) => this.#putOut(cause));
    on('refused', (problem) => this.#keptOut(problem));
  }

  /** Goes in. */
  async start() {
    try {
      await this.carriage.begin(await this.entry.enter(() => this.#tell('problem', { code: 'socket_lost' })));
      if (!this.over) {
        this.connection.start();
      }
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
      this.#take(problem.body.call);
      this.#refused(problem.code);
    }
  }

  #welcome(message) {
    this.me = { id: message.user_id, name: message.name, role: message.role };
    this.#tell('solved', 'socket_lost');
    this.presence.forget();
    this.carriage.welcome(this.me);
    const call = message.live_calls.find((c) => c.call_id === this.callId);
    if (call) {
      this.#take(call);
    }
  }

  #follow() {
    this.presence.follow(this.me !== null && !this.over);
    this.#changed();
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

  #take(call) {
    if (!this.#known.take(call, this.me, this.clock.now())) {
      return;
    }
    if (this.#known.left) {
      this.#hungUp = true;
    }
    if (this.#known.isOver || this.#known.left) {
      this.#quiet(this.#known.isOver);
      this.connection.stop();
    } else if (!this.over) {
      this.carriage.take(call);
    }
    if (this.#known.isOver) {
      this.ticket.forget();
    }
    this.#changed();
  }

  get connection() {
    return this.line.connection;
  }

  get clock() {
    return this.line.clock;
  }

  get call() {
    return this.#known.call;
  }

  get length() {
    return this.#known.length;
  }

  /** Whether we left while the others go on. */
  get left() {
    return this.#known.left;
  }

  get carrier() {
    return this.carriage.current;
  }

  /** The others in the call, as far as known. */
  get others() {
    return this.carrier.others;
  }

  /** Their names, as one says them. */
  get names() {
    return new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(this.others.map(({ name }) => name).filter(Boolean));
  }

  get over() {
    return this.#hungUp || this.#known.isOver || this.#failed !== null;
  }

  get failed() {
    return this.#failed;
  }

  #lineIs(state) {
    if (state === 'offline' && !this.over) {
      this.#tell('problem', { code: 'socket_lost' });
    }
    this.#changed();
  }

  /** Ends the call: devices off at once; the backend is told, by the line or by a request. */
  hangUp() {
    if (this.over) {
      return;
    }
    this.#hungUp = true;
    this.#request(this.line.say('video_call_end') ? 2_000 : 0);
    this.#quiet(this.#known.endsWith(this.me));
    this.#changed();
  }

  // Ends it by a request, for the case that the line could not, or has not.
  #request(after) {
    const token = this.ticket.value ?? undefined;
    setTimeout(() => endByRequest(this.callId, token, () => this.left || this.#known.isOver, (call) => this.#take(call)), after);
  }

  // The provider's room was closed, or we were put out of it.
  #putOut(cause) {
    if (this.over) {
      return;
    }
    this.cause = cause;
    if (cause === 'kicked') {
      if (!this.line.say('video_call_leave') && !this.#known.endsForSeveral(this.me)) {
        this.#request(0);
      }
      this.#fail('kicked');
    } else {
      this.hangUp();
    }
  }

  #refused(code) {
    if (code === 'unauthenticated' && this.#refusals < MOST_REFUSALS && !this.over) {
      // The ticket is no longer honoured: the cookie may still give a new one.
      this.#refusals += 1;
      this.ticket.forget();
      this.start();
    } else {
      this.#turnAway(code);
    }
  }

  // The backend gives no way in any more, neither by the ticket nor by the cookie, though we had one.
  #keptOut(problem) {
    this.#take(problem.body.call);
    if (!this.over) {
      this.#turnAway(problem.code);
    }
  }

  #turnAway(code) {
    if (!this.#known.isOver) {
      this.#fail(REFUSALS[code] ?? 'not_yours');
    }
  }

  #fail(code) {
    if (this.#hungUp) {
      return;
    }
    this.#failed = code;
    this.#quiet(false);
    this.connection.stop();
    this.#tell('problem', { code });
    this.#changed();
  }

  #quiet(forAll) {
    this.presence.stop();
    this.carriage.close(forAll);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #changed() {
    this.#connectedOnce ||= this.carrier.isConnected;
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
    if (!this.carrier.isReady || this.me === null) {
      return 'preparing';
    }
    if (this.carrier.isConnected) {
      return 'connected';
    }
    return this.#connectedOnce ? 'reconnecting' : 'connecting';
  }
}
