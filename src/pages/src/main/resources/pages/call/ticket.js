// The ticket of this call: comes in the fragment, is kept for this tab only, and leaves the address bar at once.
import { Problem, request } from '../shared/api.js';

const NAME = /(?:^#|&)ticket=([^&]+)/;

export class Ticket {
  constructor(callId) {
    this.callId = callId;
    this.name = `optima.ticket.${callId}`;
    this.value = this.#fromAddress() ?? this.#kept();
  }

  #fromAddress() {
    const found = NAME.exec(location.hash);
    if (!found) {
      return null;
    }
    history.replaceState(null, '', location.pathname + location.search);
    const ticket = decodeURIComponent(found[1]);
    this.#keep(ticket);
    return ticket;
  }

  #kept() {
    try {
      return sessionStorage.getItem(this.name);
    } catch {
      return null;
    }
  }

  #keep(ticket) {
    try {
      sessionStorage.setItem(this.name, ticket);
    } catch {
      this.value = ticket; // Storage is switched off: a reload asks for a new one.
    }
  }

  forget() {
    this.value = null;
    try {
      sessionStorage.removeItem(this.name);
    } catch {
      this.name = '';
    }
  }

  /**
   * Asks for the way in, with a fresh ticket. Known by the ticket, or else by the cookie.
   *
   * @throws Problem why not
   */
  async join() {
    const path = `/api/video-calls/${encodeURIComponent(this.callId)}/join`;
    let answer;
    try {
      answer = await request('POST', path, { token: this.value ?? undefined });
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.status !== 401 || this.value === null) {
        throw problem;
      }
      this.forget();
      answer = await request('POST', path);
    }
    return answer;
  }

  /** A newer ticket, in the fragment of an address. */
  renew(address) {
    const fresh = NAME.exec(new URL(address, location.href).hash);
    if (fresh) {
      this.value = decodeURIComponent(fresh[1]);
      this.#keep(this.value);
    }
  }
}
