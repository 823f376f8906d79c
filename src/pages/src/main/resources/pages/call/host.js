// The bridge to the console, in whose window this page may be shown: the page says what it sees, the console says what to do.

const ONCE_EACH = new Set(['problem', 'screen_ask', 'open_link', 'no_stats']);

export class Host {
  /** @param kind `console`, `page` (a frame in the applicant's page), or null: a window of its own */
  constructor(kind) {
    this.kind = kind;
    this.last = new Map();
  }

  get isConsole() {
    return this.kind === 'console';
  }

  get isPage() {
    return this.kind === 'page' && window.parent !== window;
  }

  /** Says something; the same state twice is said once, a problem each time. */
  say(message) {
    const text = JSON.stringify(message);
    if (!this.isConsole || (!ONCE_EACH.has(message.type) && this.last.get(message.type) === text)) {
      return;
    }
    this.last.set(message.type, text);
    window.optimaHost?.({ request: text, persistent: false, onSuccess: () => {}, onFailure: () => this.last.delete(message.type) });
  }

  /** Asks the page around this frame to put it away. */
  close() {
    if (this.isPage) {
      window.parent.postMessage({ type: 'optima_call_closed' }, location.origin);
    }
  }
}
