// The way in: a ticket, who carries the call, and what is needed for that; asked for until the backend gives it or says no.
import { Problem, request } from '../shared/api.js';
import { Backoff } from '../shared/backoff.js';

const STAY_FRESH = 600_000;

export class Entry {
  #at = 0;
  #taken = 0;
  /** As the backend gave it last: `provider`, `ice_servers`, `jitsi`, `jwt_token`, `link_url`, `fallback`. */
  way = {};

  constructor(ticket) {
    this.ticket = ticket;
  }

  /**
   * Goes in; while the server is away, again and again.
   *
   * @param waiting is told that it takes longer
   * @return the way in
   * @throws Problem that another try does not mend
   */
  async enter(waiting) {
    const backoff = new Backoff({ first: 500, most: 4_000 });
    for (;;) {
      try {
        return await this.again();
      } catch (problem) {
        if (!(problem instanceof Problem) || (!problem.passing && problem.code !== 'too_early')) {
          throw problem;
        }
        if (problem.passing) {
          waiting();
        }
        await new Promise((resolve) => setTimeout(resolve, backoff.next()));
      }
    }
  }

  get iceServers() {
    return this.way.ice_servers ?? [];
  }

  /** Whether one may go on over the built-in provider instead. */
  get mayFallBack() {
    return Boolean(this.way.fallback);
  }

  /** How old it is, ms. */
  get age() {
    return performance.now() - this.#at;
  }

  /**
   * Asks once: each way in is fresh. An answer that was overtaken by another way in is dropped: it may be of before the others moved.
   *
   * @return the way in that counts now
   * @throws Problem why not
   */
  async again() {
    const before = this.#taken;
    const way = await this.ticket.join();
    return before === this.#taken ? this.take(way) : this.way;
  }

  /** The backend gave another way, unasked. */
  take(way) {
    this.#taken += 1;
    this.ticket.renew(way.join_url);
    this.way = way;
    this.#at = performance.now();
    return way;
  }

  /**
   * Asks that everybody goes on over the built-in provider.
   *
   * @throws Problem why not
   */
  async fallBack() {
    return this.take(await request('POST', `/api/video-calls/${encodeURIComponent(this.ticket.callId)}/fallback`, { token: this.ticket.value ?? undefined }));
  }

  /** TURN's credentials are good for a time only, and a call may be longer: gives `use` fresh ones if these are old. */
  async renew(use) {
    if (this.age < STAY_FRESH) {
      return;
    }
    try {
      await this.again();
      use(this.iceServers);
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
    }
  }
}
