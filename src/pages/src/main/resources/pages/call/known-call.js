// The call by its snapshots: what it is now, how long it was, and whether we are still in it.
import { Calls, Length, isOver } from '../shared/calls.js';

export class KnownCall {
  #calls = new Calls();
  #seated = false;
  call = null;
  length = new Length();
  /** Whether we left while the others go on. */
  left = false;

  constructor(callId) {
    this.callId = callId;
  }

  /** Takes a snapshot; says whether it was news. @param me who we are, if known; @param now the server's time, ms */
  take(call, me, now) {
    if (call?.call_id !== this.callId || !this.#calls.apply(call)) {
      return false;
    }
    this.call = call;
    this.length.take(call, now);
    const mine = call.participants.find(({ user_id: id }) => id === me?.id);
    this.#seated ||= Boolean(mine?.present);
    // Of more than two, one may leave while the call goes on: by a button here, or in the console around this page.
    this.left = this.#seated && Boolean(mine?.left_at) && !isOver(call);
    return true;
  }

  get isOver() {
    return isOver(this.call);
  }

  get #there() {
    return this.call.participants.filter(({ left_at: gone }) => !gone).length;
  }

  /** Whether a request to end it would take it from several who can go on without us: only the line can say that we leave. */
  endsForSeveral(me) {
    return this.call !== null && this.call.caller_id === me?.id && this.#there > 2;
  }

  /** Whether a hang-up ends it for everybody, as the backend takes it: of two either ends it, of more whoever called. */
  endsWith(me) {
    return this.call === null || this.call.caller_id === me?.id || this.#there <= 2;
  }
}
