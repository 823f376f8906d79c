// What the media server records, as this page of the team sees it: started and stopped here, told to the backend, and stopped where
// there is no consent.
import { Problem, request } from '../shared/api.js';
import { Backoff } from '../shared/backoff.js';
import { RecordingRuns } from './recording-runs.js';

const INSIST_EVERY = 3_000;
// A recorder comes into the room before it says that it records; what is missing on the server says nothing at all.
const BEGUN_WITHIN = 25_000;
const MODES = ['file', 'transcription'];

/** Events: `answer` (detail: how it stands, as the backend says), `stray` (something was stopped that had no consent), `failed`. */
export class RecordingMedia extends EventTarget {
  #carrier = null;
  #detach = () => {};
  #runs = new RecordingRuns((mode, on) => this.#changed(mode, on));
  #untold = new Map();
  #telling = false;
  #insisting = 0;
  #starting = new Map();
  #backoff = new Backoff({ first: 500, most: 5_000 });

  /**
   * @param allowed says whether the applicant's yes stands, as far as is known here
   * @param tells says whether this page is the team's, whose news the backend takes and whose word stops a recording
   * @param post sends news to the backend
   */
  constructor({ allowed, tells, post }) {
    super();
    this.allowed = allowed;
    this.tells = tells;
    this.post = post;
  }

  get transcribing() {
    return this.#runs.transcription;
  }

  get records() {
    return this.#runs.file;
  }

  get runs() {
    return this.#runs.any;
  }

  /** From now on this one carries the call. */
  use(carrier) {
    this.#detach();
    this.#carrier = carrier;
    const listeners = {
      recording: ({ detail }) => this.#recording(detail ?? {}),
      recording_link: ({ detail }) => detail?.link && this.#tell('file', { on: this.#runs.file, mode: 'file', link: String(detail.link) }),
      transcribing: ({ detail }) => this.#transcribing(detail ?? {}),
      away: () => this.#runs.away(),
      inside: () => this.#runs.inside(),
    };
    Object.entries(listeners).forEach(([type, listener]) => carrier.addEventListener(type, listener));
    this.#detach = () => Object.entries(listeners).forEach(([type, listener]) => carrier.removeEventListener(type, listener));
  }

  /** The call goes on over a provider that records nothing. */
  gone() {
    this.#starting.forEach(clearTimeout);
    this.#runs.clear();
    MODES.forEach((mode) => this.#tell(mode, { on: false, mode }));
  }

  start(mode) {
    this.#command(mode, true);
    if (!this.#runs[mode]) {
      clearTimeout(this.#starting.get(mode));
      this.#starting.set(mode, setTimeout(() => this.#failed(mode, 'no answer'), BEGUN_WITHIN));
    }
  }

  stop(mode) {
    clearTimeout(this.#starting.get(mode));
    this.#command(mode, false);
  }

  #command(mode, on) {
    if (mode === 'file') {
      this.#carrier?.record(on);
    } else {
      this.#carrier?.transcribe(on);
    }
  }

  #recording({ on, mode, error }) {
    if (error) {
      this.#failed('file', String(error));
    }
    this.#runs.heard(mode ?? 'file', Boolean(on) && !error);
  }

  #transcribing({ on, error }) {
    if (error) {
      this.#failed('transcription', String(error));
    }
    this.#runs.heard('transcription', Boolean(on) && !error);
  }

  #failed(mode, error) {
    clearTimeout(this.#starting.get(mode));
    this.#tell(mode, { on: false, mode, error });
    this.dispatchEvent(new CustomEvent('failed', { detail: error }));
  }

  #changed(mode, on) {
    clearTimeout(this.#starting.get(mode));
    this.#tell(mode, { on, mode });
    this.check();
    this.dispatchEvent(new Event('change'));
  }

  /** Stops what runs though there is no consent, until it has stopped. */
  check() {
    clearTimeout(this.#insisting);
    if (!this.runs || this.allowed() || !this.tells()) {
      return;
    }
    MODES.filter((mode) => this.#runs[mode]).forEach((mode) => this.stop(mode));
    this.#insisting = setTimeout(() => this.check(), INSIST_EVERY);
    this.dispatchEvent(new Event('stray'));
  }

  #tell(mode, news) {
    if (!this.tells()) {
      return;
    }
    const before = this.#untold.get(mode);
    this.#untold.set(mode, { ...(before?.link && !news.link ? { link: before.link } : {}), ...(before?.error ? { error: before.error } : {}), ...news });
    this.#tellAll();
  }

  async #tellAll() {
    if (this.#telling) {
      return;
    }
    this.#telling = true;
    while (this.#untold.size > 0) {
      const [mode, news] = this.#untold.entries().next().value;
      this.#untold.delete(mode);
      const state = await this.#tellOnce(mode, news);
      // A yes that came after the start does not cover it: only this answer says that it is recorded by right.
      if (news.on && this.#runs[mode] && state !== null && state !== 'recording') {
        this.stop(mode);
        this.dispatchEvent(new Event('stray'));
      }
    }
    this.#telling = false;
  }

  async #tellOnce(mode, news) {
    try {
      const answer = await this.post(news);
      this.#backoff.reset();
      this.dispatchEvent(new CustomEvent('answer', { detail: answer }));
      return answer.state;
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
      if (!problem.passing) {
        return null;
      }
      this.#untold.set(mode, { ...news, ...this.#untold.get(mode) });
      await new Promise((resolve) => setTimeout(resolve, this.#backoff.next()));
      return null;
    }
  }

  over() {
    clearTimeout(this.#insisting);
    this.#starting.forEach(clearTimeout);
    this.#runs.away();
    this.#detach();
  }
}

/** Sends something about the recording of a call, or asks for it. */
export function ask(callId, token, method, what, body) {
  const path = `/api/video-calls/${encodeURIComponent(callId)}/recording${what}`;
  return request(method, path, { token: token(), body });
}
