// Who carries the call: what the ticket says, and what takes over when everybody goes on over another provider.
import { Problem } from '../shared/api.js';
import { Carrier } from './carrier.js';
import { carrierOf } from './carriers.js';

const NEWS_MISSED_AFTER = 3_000;

/** Events: those of the present carrier, and `carrier`: another one carries the call from now on. */
export class Carriage extends EventTarget {
  #provider = null;
  #me = null;
  #call = null;
  #closed = false;
  current = new Carrier();

  /**
   * @param entry the way in
   * @param means what a carrier needs: `callId`, `entry`, `host`, `send` (gives a message to the line), `stranger` (somebody unknown is here)
   */
  constructor(entry, means) {
    super();
    this.entry = entry;
    this.means = means;
  }

  /** Begins with the provider of this way in, unless it carries the call already. */
  async begin({ provider }) {
    if (provider === this.#provider || this.#closed) {
      return;
    }
    this.#provider = provider;
    const Kind = await carrierOf(provider, () => this.#tell('problem', { code: 'socket_lost' }));
    if (this.#closed || provider !== this.#provider) {
      return;
    }
    this.current.close(false);
    this.current = new Kind(this.means);
    this.#attend(this.current);
    this.#tell('carrier');
    this.current.start();
    this.#introduce();
  }

  #attend(carrier) {
    carrier.addEventListener('moved', ({ detail }) => this.current === carrier && this.moved(detail));
    for (const type of ['change', 'problem', 'solved', 'over', 'refused', 'devices', 'stats', 'knocking', 'happening']) {
      carrier.addEventListener(type, ({ detail }) => this.current === carrier && this.#tell(type, detail));
    }
  }

  #introduce() {
    if (this.#me !== null) {
      this.current.welcome(this.#me);
    }
    if (this.#call !== null) {
      this.current.take(this.#call);
    }
    this.#tell('change');
  }

  /** The line stands, and says who we are. */
  welcome(me) {
    const first = this.#me === null;
    this.#me = me;
    this.#introduce();
    if (this.#provider !== null && this.#provider !== 'direct' && (!first || this.entry.age > NEWS_MISSED_AFTER)) {
      this.#lookAgain();
    }
  }

  // While the line was down the others may have gone on over another provider: only a new way in tells.
  async #lookAgain() {
    try {
      this.moved(await this.entry.again());
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
    }
  }

  /** A newer snapshot of the call. */
  take(call) {
    this.#call = call;
    this.current.take(call);
  }

  /** The line says how one goes in from now on. Over the built-in provider at once; another one may need other rights of the page. */
  moved(ready) {
    if (this.#closed || this.#provider === null || !ready.provider || ready.provider === this.#provider) {
      return;
    }
    if (ready.provider === 'direct') {
      this.begin(this.entry.take(ready));
    } else {
      location.reload();
    }
  }

  /** Goes on over the built-in provider, with everybody in the call. */
  async fallBack() {
    try {
      await this.begin(await this.entry.fallBack());
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
      this.#tell('problem', { code: 'no_fallback' });
    }
  }

  close(forAll) {
    this.#closed = true;
    this.current.close(forAll);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
