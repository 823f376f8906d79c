// Our microphone in a Jitsi room. By itself Jitsi tells what is wished of it, and whether its button can be pressed, which it cannot either
// while the browser opens the device; how it is, Jitsi says when it is asked.

const SETTLED_AFTER = 1_000;

/** Events: `wished` (detail: whether on, which can be believed), `is` (detail: whether on, in truth), `there` (detail: whether there is any). */
export class JitsiMicrophone extends EventTarget {
  #frame = null;
  #opening = false;
  #inside = false;
  #timer = 0;

  /** @param works tells whether it could be opened, as far as is known */
  constructor(works) {
    super();
    this.works = works;
  }

  attend(frame) {
    this.#frame = frame;
    frame.on({
      audioMuteStatusChanged: ({ muted }) => this.#wished(!muted),
      audioAvailabilityChanged: ({ available }) => this.#available(available),
    });
  }

  /** We are in. Before that Jitsi answers what is wished, too. */
  joined() {
    this.#inside = true;
  }

  // Of one that cannot be opened the same is said, and nothing else.
  #wished(on) {
    if (!on || this.works()) {
      this.#tell('wished', on);
    }
    clearTimeout(this.#timer);
    if (on) {
      this.#timer = setTimeout(() => !this.#opening && this.#look(), SETTLED_AFTER);
    }
  }

  #available(available) {
    this.#opening = !available;
    this.#count();
    if (available) {
      this.#look();
    }
  }

  async #count() {
    const found = (await this.#ask('getAvailableDevices'))?.audioInput;
    if (Array.isArray(found)) {
      this.#tell('there', found.length > 0);
    }
  }

  async #look() {
    const muted = this.#inside ? await this.#ask('isAudioMuted') : undefined;
    if (typeof muted === 'boolean' && !this.#opening) {
      this.#tell('is', !muted);
    }
  }

  async #ask(what) {
    const frame = this.#frame;
    const answer = await frame?.ask(what);
    return frame === this.#frame ? answer : undefined;
  }

  /** The frame is gone. */
  rest() {
    clearTimeout(this.#timer);
    this.#frame = null;
    this.#inside = false;
    this.#opening = false;
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
