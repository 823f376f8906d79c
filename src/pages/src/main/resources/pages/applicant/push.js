// Web Push: lets the server reach this browser while the page is closed.
import { Problem, request } from '../shared/api.js';

const PATH = '/api/push/subscriptions';

export class Push {
  #worker;

  /** @param worker the link to the service worker */
  constructor(worker) {
    this.#worker = worker;
  }

  get possible() {
    return this.#worker.registration?.pushManager !== undefined;
  }

  /** Makes this browser reachable, or keeps it so. Says whether it is: `closed`, or why not: `browser`, `server`. */
  async subscribe() {
    if (!this.possible) {
      return 'browser';
    }
    try {
      const { public_key: key } = await request('GET', '/api/push/key');
      const subscription = await this.#subscription(bytes(key));
      await request('POST', PATH, { body: subscription.toJSON() });
      return 'closed';
    } catch (problem) {
      return problem instanceof Problem ? 'server' : 'browser';
    }
  }

  // A subscription belongs to the key of one server: another key needs another subscription.
  async #subscription(key) {
    const manager = this.#worker.registration.pushManager;
    const old = await manager.getSubscription();
    if (old !== null && same(old.options.applicationServerKey, key)) {
      return old;
    }
    await old?.unsubscribe();
    return manager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  }

  /** Ends it, here and at the server. */
  async unsubscribe() {
    if (!this.possible) {
      return;
    }
    try {
      const subscription = await this.#worker.registration.pushManager.getSubscription();
      if (subscription !== null) {
        await Promise.all([subscription.unsubscribe(), request('DELETE', `${PATH}?endpoint=${encodeURIComponent(subscription.endpoint)}`)]);
      }
    } catch {
      document.body.dataset.push = 'left'; // The server hears it from the push service at the next attempt: gone.
    }
  }
}

function bytes(base64url) {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

function same(buffer, key) {
  const old = new Uint8Array(buffer ?? new ArrayBuffer(0));
  return old.length === key.length && old.every((byte, at) => byte === key[at]);
}
