// The way in: a ticket and the ICE servers, asked for until the backend gives them or says no.
import { Problem } from '../shared/api.js';
import { Backoff } from '../shared/backoff.js';

const STAY_FRESH = 600_000;

export class Entry {
  #at = 0;
  iceServers = [];

  constructor(ticket) {
    this.ticket = ticket;
  }

  /**
   * Goes in; while the server is away, again and again.
   *
   * @param waiting is told that it takes longer
   * @throws Problem that another try does not mend
   */
  async enter(waiting) {
    const backoff = new Backoff({ first: 500, most: 4_000 });
    for (;;) {
      try {
        await this.#ask();
        return;
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

  async #ask() {
    this.iceServers = (await this.ticket.join()).ice_servers ?? [];
    this.#at = performance.now();
  }

  /** TURN's credentials are good for a time only, and a call may be longer: gives `use` fresh ones if these are old. */
  async renew(use) {
    if (performance.now() - this.#at < STAY_FRESH) {
      return;
    }
    try {
      await this.#ask();
      use(this.iceServers);
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
    }
  }
}
