// The connection to the other side. The impolite side (the recruiter's) lays out the two lines of media and offers first;
// after that either may offer, and collisions are settled by perfect negotiation. A lost network is healed for as long as the call lives.
import { parse } from '../shared/json.js';
import { Healing, takeBack } from './healing.js';
import { fillIn, layOut, line, tune } from './lines.js';
import { instance, meet, takes } from './negotiation.js';

const PATIENCE = 2_500;
const FIRST_TRY = 8_000;
const UNMET = 4_000;

/** Events: `link` (detail: `none`, `connecting`, `connected` or `lost`), `picture` (the streams changed), `restarted` (it is negotiated anew), `state` (what the other side sends). */
export class Peer extends EventTarget {
  #pair = { me: instance(), other: null };
  #pc = null;
  #channel = null;
  #makingOffer = false;
  #ignoring = false;
  #candidates = [];
  #queue = Promise.resolve();
  #link = 'none';
  #healing = new Healing((anew) => this.#heal(anew));
  #helloAt = 0;
  #closed = false;
  #step = 0;
  #crowd = 1;
  stream = new MediaStream();

  /** @param send gives a signal to the line, and says whether it went out */
  constructor({ polite, iceServers, media, send }) {
    super();
    this.polite = polite;
    this.iceServers = iceServers;
    this.media = media;
    this.send = send;
  }

  get link() {
    return this.#link;
  }

  get pc() {
    return this.#pc;
  }

  /** The line stands (again): say who is here; what may have been lost is sent anew. */
  announce() {
    this.#hello();
    if (this.#link !== 'connected') {
      this.#healing.soon(this.#pc ? 300 : UNMET);
    }
  }

  #hello() {
    this.#helloAt = performance.now();
    this.#signal({ kind: 'hello', state: this.media.state() });
  }

  #signal(what) {
    return this.send({ ...what, instance: this.#pair.me, to: this.#pair.other });
  }

  /** Takes a signal of the other side; one after the other. */
  receive(signal) {
    this.#queue = this.#queue.then(() => this.#take(signal)).catch((failure) => {
      console.warn('a signal could not be used', signal.kind, failure);
      this.#healing.soon(1_000);
    });
  }

  async #take(signal) {
    if (this.#closed) {
      return;
    }
    const { pair, act, reply } = meet(this.#pair, signal);
    this.#pair = pair;
    if (reply && (act !== 'ignore' || performance.now() - this.#helloAt > 500)) {
      this.#hello();
    }
    if (act === 'new') {
      this.#fresh();
    }
    if (act === 'new' || act === 'again') {
      this.#heard(signal.state);
      if (act === 'again' && this.#pc?.signalingState === 'have-local-offer') {
        // It may not have had our offer.
        this.#signal({ kind: 'description', description: this.#pc.localDescription });
      }
    } else if (act === 'use') {
      await this.#use(signal);
    }
  }

  async #use({ kind, description, candidate, state }) {
    if (kind === 'description') {
      await this.#description(description);
    } else if (kind === 'candidate') {
      await this.#candidate(candidate);
    } else {
      this.#heard(state);
    }
  }

  #heard(state) {
    if (state) {
      this.dispatchEvent(new CustomEvent('state', { detail: state }));
    }
  }

  #fresh() {
    this.#drop();
    const pc = new RTCPeerConnection({ iceServers: this.iceServers, bundlePolicy: 'max-bundle' });
    this.#pc = pc;
    this.stream = new MediaStream();
    pc.onnegotiationneeded = () => this.#offer(pc);
    pc.onicecandidate = ({ candidate }) => candidate && pc === this.#pc && this.#signal({ kind: 'candidate', candidate: candidate.toJSON() });
    pc.ontrack = ({ track }) => this.#track(pc, track);
    pc.oniceconnectionstatechange = () => this.#changed(pc);
    pc.onconnectionstatechange = () => this.#changed(pc);
    this.#channel = pc.createDataChannel('state', { negotiated: true, id: 0 });
    this.#channel.onopen = () => this.tell();
    this.#channel.onmessage = ({ data }) => this.#heard(parse(data));
    if (!this.polite) {
      layOut(pc, this.media);
    }
    this.#become('connecting');
    this.#healing.soon(FIRST_TRY);
  }

  async #offer(pc) {
    // The polite side has no lines of its own before it has seen the other's.
    if (pc !== this.#pc || (this.polite && pc.remoteDescription === null)) {
      return;
    }
    try {
      this.#makingOffer = true;
      await pc.setLocalDescription();
      this.#signal({ kind: 'description', description: pc.localDescription });
    } catch (failure) {
      console.warn('no offer could be made', failure);
    } finally {
      this.#makingOffer = false;
    }
  }

  async #description(description) {
    const pc = this.#pc;
    const may = takes(description, { polite: this.polite, makingOffer: this.#makingOffer, signalingState: pc.signalingState });
    this.#ignoring = !may && description.type === 'offer';
    if (!may) {
      return;
    }
    await pc.setRemoteDescription(description);
    await this.#drain(pc);
    if (description.type === 'offer') {
      await fillIn(pc, this.media);
      await pc.setLocalDescription();
      this.#signal({ kind: 'description', description: pc.localDescription });
    }
    await this.#tune();
  }

  async #candidate(candidate) {
    if (this.#pc.remoteDescription === null) {
      this.#candidates.push(candidate);
      return;
    }
    try {
      await this.#pc.addIceCandidate(candidate);
    } catch (failure) {
      // One that belongs to an offer that was ignored, or to an ICE generation that is over.
      if (!this.#ignoring) {
        console.debug('a candidate came too late', failure.message);
      }
    }
  }

  async #drain(pc) {
    const waiting = this.#candidates;
    this.#candidates = [];
    for (const candidate of waiting) {
      await pc.addIceCandidate(candidate);
    }
  }

  #track(pc, track) {
    if (pc !== this.#pc) {
      return;
    }
    this.stream.getTracks().filter((old) => old.kind === track.kind).forEach((old) => this.stream.removeTrack(old));
    this.stream.addTrack(track);
    this.dispatchEvent(new Event('picture'));
  }

  /** Sends another track (or none) in the line of its kind. */
  async replace(kind, track) {
    await line(this.#pc, kind)?.sender.replaceTrack(track);
    await this.#tune();
  }

  /** Sends our picture in another size: a step of the ladder. */
  resize(step) {
    if (step !== this.#step) {
      this.#step = step;
      this.#tune();
    }
  }

  /** Our picture goes to so many people in all. */
  share(crowd) {
    if (crowd !== this.#crowd) {
      this.#crowd = crowd;
      this.#tune();
    }
  }

  #tune() {
    return tune(this.#pc, this.media.state().screen, this.#step, this.#crowd);
  }

  /** Says what we send, on the shortest way that stands. */
  tell() {
    const state = this.media.state();
    if (this.#channel?.readyState === 'open') {
      this.#channel.send(JSON.stringify(state));
    } else {
      this.#signal({ kind: 'state', state });
    }
  }

  #changed(pc) {
    if (pc !== this.#pc) {
      return;
    }
    const ice = pc.iceConnectionState;
    if (pc.connectionState === 'connected' && (ice === 'connected' || ice === 'completed')) {
      this.#healing.rest();
      this.#become('connected');
    } else if (ice === 'failed' || pc.connectionState === 'failed') {
      this.#become('lost');
      this.#healing.next(this.polite ? 1_200 : 0);
    } else if (ice === 'disconnected') {
      this.#become('lost');
      this.#healing.soon(PATIENCE + (this.polite ? 1_000 : 0));
    }
  }

  #become(link) {
    if (link !== this.#link) {
      this.#link = link;
      this.dispatchEvent(new CustomEvent('link', { detail: link }));
    }
  }

  /** These servers from the next attempt on. */
  useServers(iceServers) {
    this.iceServers = iceServers;
    this.#pc?.setConfiguration({ iceServers, bundlePolicy: 'max-bundle' });
  }

  /** The network is another: new ways are looked for, while what stands goes on. */
  restart() {
    if (this.#link === 'connected') {
      this.#restart(this.#pc);
    } else {
      this.#healing.hurry();
    }
  }

  // An ICE restart, and now and then a whole new connection.
  async #heal(anew) {
    const pc = this.#pc;
    if (this.#closed || this.#link === 'connected') {
      return;
    }
    if (pc === null || (this.polite && pc.remoteDescription === null)) {
      this.#hello();
    } else if (anew) {
      this.#pair = { me: instance(), other: this.#pair.other };
      this.#hello();
      this.#fresh();
    } else {
      await takeBack(pc);
      if (pc.signalingState !== 'closed') {
        this.#restart(pc);
      }
    }
  }

  #restart(pc) {
    pc.restartIce();
    this.dispatchEvent(new Event('restarted'));
  }

  #drop() {
    this.#healing.pause();
    this.#candidates = [];
    this.#makingOffer = false;
    this.#ignoring = false;
    const pc = this.#pc;
    this.#pc = null;
    this.#channel = null;
    if (pc) {
      pc.onnegotiationneeded = pc.onicecandidate = pc.ontrack = pc.oniceconnectionstatechange = pc.onconnectionstatechange = null;
      pc.close();
    }
  }

  /** The other side has gone for good, or we have. */
  close() {
    this.#closed = true;
    this.#drop();
    this.#become('none');
  }
}
