// The applicant's side of calls: ring, answer, the call over the page, and back with what happened.
import { Problem, request } from '../shared/api.js';
import { Calls, isInRoom, isOver } from '../shared/calls.js';
import { Backoff } from '../shared/backoff.js';
import { CallFrame } from './call-frame.js';
import { remember, remembered } from './open-call.js';
import { RingView } from './ring-view.js';
import { SILENT, ringing } from './ring.js';

const READY_WITHIN = 4_000;
const RING_WITHIN = 1_200;
const WANTED_FOR = 60_000;

/** Events: `ring` (one began), `over` (detail: the snapshot), `elsewhere` (detail: the caller's name), `rejoin` (detail: a call, or null), `opened`, `lost`. */
export class LiveCall extends EventTarget {
  #ring = SILENT;
  #answer = null;
  #readyTimer = 0;
  #openId = null;
  #wanted = null;

  constructor(me, connection, clock, tone, attention) {
    super();
    this.me = me;
    this.connection = connection;
    this.clock = clock;
    this.tone = tone;
    this.attention = attention;
    this.calls = new Calls();
    this.frame = new CallFrame(() => this.#closedByHand());
    this.view = new RingView(me.organisation, clock, tone, { accept: () => this.#accept(), reject: () => this.#reject(), tick: () => this.#step({ type: 'tick' }) });
    document.body.dataset.ring = 'none';
    document.body.dataset.call = 'none';
  }

  welcome({ live_calls: live }) {
    const ids = new Set(live.map((call) => call.call_id));
    if (this.#ring.phase !== 'none' && !ids.has(this.#ring.call.call_id)) {
      this.#askWhatBecame(this.#ring.call.call_id);
      this.#step({ type: 'gone' });
    }
    if (this.#openId !== null && !ids.has(this.#openId)) {
      this.#askWhatBecame(this.#openId);
    }
    live.forEach((call) => this.#resume(call));
    if (!live.some(isInRoom)) {
      this.#offer(null);
    }
  }

  #resume(call) {
    const answer = this.#answer?.callId === call.call_id ? this.#answer.action : null;
    if (call.state === 'RINGING') {
      if (answer !== null) {
        this.#say(answer, call.call_id);
      } else if (this.calls.apply(call) || this.#ring.call?.call_id !== call.call_id) {
        this.#step({ type: 'incoming', call, expiresAt: call.expires_at });
      }
      return;
    }
    this.#take(call);
    if (!isInRoom(call) || this.#openId === call.call_id) {
      return;
    }
    if (answer === 'accept' || remembered() === call.call_id) {
      this.join(call.call_id);
    } else {
      this.#offer(call);
    }
  }

  receive(message) {
    switch (message.type) {
      case 'video_call_incoming':
        if (this.calls.apply(message.call)) {
          this.#step({ type: 'incoming', call: message.call, expiresAt: message.expires_at });
        }
        break;
      case 'video_call_ready':
        this.#take(message.call);
        this.#ready(message);
        break;
      case 'video_call_started':
      case 'video_call_reconnecting':
      case 'video_call_ended':
        this.#take(message.call);
        break;
      case 'video_call_answered_elsewhere':
        this.#elsewhere(message.call_id);
        break;
      case 'error':
        this.#refused(message);
        break;
      default:
        break;
    }
  }

  #take(call) {
    if (!this.calls.apply(call)) {
      return;
    }
    const ringingHere = this.#ring.call?.call_id === call.call_id;
    const openHere = this.#openId === call.call_id;
    this.#step({ type: 'snapshot', call });
    if (isOver(call)) {
      this.#forget(call.call_id);
      if (openHere) {
        this.#close();
      }
      this.#offer(null);
      this.dispatchEvent(new CustomEvent('over', { detail: { call, here: ringingHere || openHere } }));
    }
  }

  #step(event) {
    const before = this.#ring;
    this.#ring = ringing(before, event, this.clock.now());
    if (this.#ring === before) {
      return;
    }
    document.body.dataset.ring = this.#ring.phase;
    if (this.#ring.call?.call_id !== before.call?.call_id && this.#ring.phase === 'ringing') {
      this.dispatchEvent(new Event('ring'));
    }
    if (this.#ring.phase === 'ringing') {
      this.tone.start();
      this.attention.ring(this.#ring.call);
    } else {
      this.tone.stop();
      this.attention.ringStopped();
    }
    if (this.#ring.phase === 'none') {
      this.view.hide();
      this.#ended(this.#ring);
    } else {
      this.view.show(this.#ring);
      this.#answerWanted();
    }
  }

  /** Says, now or a moment later, whether this page rings for a call or is in it. */
  rings(callId) {
    const does = () => this.#ring.call?.call_id === callId || this.#openId === callId;
    if (does()) {
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const look = () => does() && resolve(true);
      this.addEventListener('ring', look);
      setTimeout(() => {
        this.removeEventListener('ring', look);
        resolve(does());
      }, RING_WITHIN);
    });
  }

  /** Accepts a call, now or as soon as it rings here: its notification was answered. */
  answer(callId) {
    this.#wanted = { callId, until: this.clock.now() + WANTED_FOR };
    this.#answerWanted();
  }

  #answerWanted() {
    const wanted = this.#wanted;
    if (wanted !== null && this.#ring.phase === 'ringing' && this.#ring.call.call_id === wanted.callId) {
      this.#wanted = null;
      if (this.clock.now() < wanted.until) {
        this.#accept();
      }
    }
  }

  /** Nobody is signed in any more. */
  stop() {
    this.#step({ type: 'gone' });
    this.frame.hide();
  }

  #ended({ why, last }) {
    if (why === 'elsewhere') {
      this.dispatchEvent(new CustomEvent('elsewhere', { detail: last.caller_name }));
    } else if (why === 'expired') {
      // The server's word follows; if the line is down, this is what is known.
      this.dispatchEvent(new CustomEvent('over', { detail: { call: { ...last, outcome: 'no_answer', ended_by: null }, here: true } }));
    }
  }

  #accept() {
    this.tone.unlock();
    const id = this.#ring.call.call_id;
    this.#step({ type: 'accept' });
    this.#answer = { callId: id, action: 'accept' };
    this.#say('accept', id);
    clearTimeout(this.#readyTimer);
    this.#readyTimer = setTimeout(() => this.#ring.phase === 'answering' && this.connection.online && this.join(id), READY_WITHIN);
  }

  #reject() {
    const { call_id: id } = this.#ring.call;
    this.#answer = { callId: id, action: 'reject' };
    const call = this.#ring.call;
    this.#step({ type: 'reject' });
    this.#say('reject', id);
    this.dispatchEvent(new CustomEvent('over', { detail: { call: { ...call, outcome: 'rejected', ended_by: this.me.user_id }, here: true } }));
  }

  // By the line, or if it is down just now, by a request; a reconnect says it again.
  #say(action, callId) {
    if (this.connection.send({ type: `video_call_${action}`, call_id: callId })) {
      return;
    }
    this.connection.hurry();
    request('POST', `/api/video-calls/${encodeURIComponent(callId)}/respond`, { body: { action } }).catch((problem) => {
      if (problem.body?.call) {
        this.#take(problem.body.call);
      }
    });
  }

  #ready({ call_id: id, join_url: url }) {
    if (this.#answer?.callId === id && this.#answer.action === 'accept' && this.#openId !== id) {
      this.#open(id, url);
    }
  }

  /** Enters a call that is under way: after a reload, or from the card. Goes on trying while the call lives. */
  /** Goes into a call for which there is a ticket already. */
  enter(callId, joinUrl) {
    if (this.#openId !== callId) {
      this.#open(callId, joinUrl);
    }
  }

  async join(callId, backoff = new Backoff({ first: 800, most: 5_000 })) {
    if (this.#openId === callId) {
      return;
    }
    try {
      const ticket = await request('POST', `/api/video-calls/${encodeURIComponent(callId)}/join`);
      if (this.#openId !== callId && !isOver(this.calls.get(callId))) {
        this.#open(callId, ticket.join_url);
      }
    } catch (problem) {
      this.#notJoined(callId, problem, backoff);
    }
  }

  #notJoined(callId, problem, backoff) {
    if (!(problem instanceof Problem)) {
      throw problem;
    }
    const answered = problem.code === 'too_early' && this.#answer?.callId === callId;
    if (answered) {
      // It still rings: the answer was lost on the way.
      this.#answer.again = true;
      this.#say('accept', callId);
    }
    if ((answered || problem.passing) && !isOver(this.calls.get(callId))) {
      setTimeout(() => this.join(callId, backoff), backoff.next());
    } else if (problem.body.call) {
      this.#take(problem.body.call);
    } else {
      this.#forget(callId);
      this.#step({ type: 'gone' });
      this.dispatchEvent(new Event('lost'));
    }
  }

  #open(callId, url) {
    clearTimeout(this.#readyTimer);
    this.#openId = callId;
    this.#answer = null;
    remember(callId);
    document.body.dataset.call = callId;
    this.#offer(null);
    this.#step({ type: 'gone' });
    this.dispatchEvent(new Event('opened'));
    this.frame.show(callId, url);
  }

  #close() {
    this.#openId = null;
    document.body.dataset.call = 'none';
    this.frame.hide();
  }

  #closedByHand() {
    const id = this.#openId;
    this.#close();
    this.#forget(id);
    const call = this.calls.get(id);
    if (isInRoom(call)) {
      this.#offer(call);
    }
    this.#askWhatBecame(id);
  }

  #elsewhere(callId) {
    const answeredHere = this.#answer?.callId === callId && this.#openId === null;
    if (this.#ring.call?.call_id === callId) {
      this.#answer = answeredHere ? null : this.#answer;
      this.#step({ type: 'elsewhere', callId });
    }
  }

  #refused({ code, call, call_id: id }) {
    if (call) {
      this.#take(call);
    }
    const concerns = id ?? call?.call_id;
    if (this.#ring.phase !== 'none' && this.#ring.call.call_id === concerns && !isInRoom(call)) {
      this.#answer = null;
      this.#step({ type: 'gone' });
      this.#askWhatBecame(concerns);
    } else if (code === 'stale' && isInRoom(call) && this.#ring.call?.call_id === concerns && this.#ring.phase === 'answering' && !this.#answer?.again) {
      this.#answer = null;
      this.#step({ type: 'elsewhere', callId: concerns });
    }
  }

  async #askWhatBecame(callId) {
    try {
      this.#take(await request('GET', `/api/video-calls/${encodeURIComponent(callId)}/status`));
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 404 && this.#openId === callId) {
        this.#close();
      }
    }
  }

  #offer(call) {
    this.dispatchEvent(new CustomEvent('rejoin', { detail: call }));
  }

  #forget(callId) {
    if (this.#answer?.callId === callId) {
      this.#answer = null;
    }
    if (remembered() === callId) {
      remember(null);
    }
  }
}
