// What carries picture and sound of a call. The line, the entry and the presence are the room's, for whatever carries it.

/**
 * A carrier that carries nothing: what stands there until the ticket says who does it, and what the others are made of.
 *
 * Events: `change` (draw again), `problem` (detail: `{code, kind?, text?}`), `solved` (detail: a code or a kind), `devices`, `stats`,
 * `happening` (detail: `{event, detail?}`, for the timeline),
 * `over` (detail: `kicked`, `suspended`, `closed`), `moved` (detail: a way in that is no longer this one's), `refused` (detail: the problem: the
 * backend gives us no way in any more), `knocking`, `inside` and `away` (we came into its
 * room, or are out of it, perhaps not for long); of a recording `recording`, `recording_link`, `transcribing` and `chunk`
 * (detail: what the provider said).
 */
export class Carrier extends EventTarget {
  /** `direct`, `jitsi` or `link`. */
  name = '';
  /** Of `lobby`, `recording` and `transcription` what is offered in this call. */
  features = [];
  /** The figures of the last seconds, as quality.js compares them; null as long as nothing is known. */
  stats = null;
  /** What is drawn on the stage: `element`, `draw(room)` and `end()`; null if nothing is. */
  picture = null;

  /** Past opening devices or loading what it needs. */
  get isReady() {
    return false;
  }

  /** Whether we are in its room, so that the backend may be told. */
  get isPresent() {
    return false;
  }

  /** Whether we and somebody else are in it together. */
  get isConnected() {
    return false;
  }

  /** Whether the media connection to the others stands: false if it broke, null if that cannot be told. */
  get network() {
    return null;
  }

  /** Whether the media goes through a relay, as far as known. */
  get relayed() {
    return false;
  }

  /** What is waited for instead of the others: `lobby`, `prejoin`, `link`; null for nothing. */
  get waitsFor() {
    return null;
  }

  /** The others in the call, as far as known: `{id, name, role, present, remote}`. */
  get others() {
    return [];
  }

  /** What we send. */
  get media() {
    return { audio: false, camera: false, screen: false };
  }

  /** What can be used here and now, by this person. */
  get offers() {
    return { media: true, screen: true, background: false, lobby: false, record: false, transcribe: false };
  }

  /** How the room is. */
  get setting() {
    return { lobby: false, transcribing: false, background: 'none' };
  }

  /** Who waits to be let in: `{id, name}`. */
  get knocking() {
    return [];
  }

  /** Begins, as soon as there is a ticket. */
  start() {}

  /** The line stands, and says who we are. */
  welcome() {}

  /** A newer snapshot of the call. */
  take() {}

  /** A signal of another page. */
  receive() {}

  /** The backend was told that we are here. */
  announce() {}

  audio() {}

  video() {}

  /** @throws DOMException if the person or the system said no */
  async screen() {}

  background() {}

  lobby() {}

  admit() {}

  record() {}

  transcribe() {}

  /** What was measured since this was asked last, as `video_call_quality` names it; null if nothing was. */
  report() {
    return null;
  }

  /** What the console read out of the provider's frame. */
  frameStats() {}

  /** Uses another `microphone`, `camera` or `speaker`. */
  async choose() {}

  /** The devices as lists, with what is in use marked. */
  async devices() {
    return { microphones: [], cameras: [], speakers: [] };
  }

  /** What is wrong with each device: a code or null. */
  get problems() {
    return { audio: null, video: null };
  }

  /** Tries again what did not work; says whether it can. */
  retry() {
    return false;
  }

  /** Lets go of everything, once. @param forAll whether the call is over for everybody */
  close() {}

  /** Tells that something is different. */
  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** Whether somebody else is there as well, as they say it to the backend. Of two it is over with the first sign that one is lost. */
export function isTogether(call, others) {
  return others.some(({ present }) => present) && (call.state !== 'RECONNECTING' || others.length > 1);
}

/** The others by a snapshot of the call, the applicant first. */
export function othersIn(call, me) {
  return (call?.participants ?? [])
    .filter(({ user_id: id, left_at: left }) => id !== me?.id && !left)
    .map(({ user_id: id, name, role, present }) => ({ id, name, role, present, remote: null }))
    .sort((a, b) => (a.role === 'applicant' ? 0 : 1) - (b.role === 'applicant' ? 0 : 1));
}
