// One frame with a room of a Jitsi server in it, by Jitsi's IFrame API: what it says is heard until it is taken away, once.
import { say } from '../shared/dom.js';

const ANSWERS_WITHIN = 5_000;

export class JitsiFrame {
  #api;
  #gone = false;
  #commands;

  /** @param Api Jitsi's class; @param domain the server; @param options those of that class */
  constructor(Api, domain, options) {
    this.#api = new Api(domain, options);
    const known = this.#api.getSupportedCommands?.();
    this.#commands = known ? new Set(known) : null;
    const element = this.#api.getIFrame?.();
    if (element) {
      say(element, 'label', 'stage.frame');
      this.element = element;
    }
  }

  get gone() {
    return this.#gone;
  }

  /** Hears events: an object of their names and what is done with what they say. */
  on(handlers) {
    for (const [name, act] of Object.entries(handlers)) {
      this.#api.addListener(name, (detail = {}) => !this.#gone && act(detail));
    }
  }

  /** Whether this version knows a command. */
  can(name) {
    return this.#commands === null || this.#commands.has(name);
  }

  /** Commands something; says whether it could. */
  command(name, ...args) {
    if (this.#gone || !this.can(name)) {
      return false;
    }
    this.#api.executeCommand(name, ...args);
    return true;
  }

  /** Asks by a method of the API; undefined if there is none, or no answer. */
  async ask(method, ...args) {
    if (this.#gone || typeof this.#api[method] !== 'function') {
      return undefined;
    }
    const late = new Promise((resolve) => setTimeout(resolve, ANSWERS_WITHIN));
    try {
      return await Promise.race([this.#api[method](...args), late]);
    } catch {
      return undefined;
    }
  }

  /** Lets the frame capture the screen on the strength of a click on this page. Where browsers know no such thing, they ask for none. */
  lend(capability) {
    try {
      this.element?.contentWindow?.postMessage('{}', { targetOrigin: new URL(this.element.src).origin, delegate: capability });
    } catch {
      this.lent = false;
    }
  }

  show(shown) {
    if (this.element) {
      this.element.dataset.shown = shown ? 'on' : 'off';
      this.element.inert = !shown;
    }
  }

  dispose() {
    if (!this.#gone) {
      this.#gone = true;
      this.#api.dispose();
    }
  }
}
