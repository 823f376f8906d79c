// Everybody else in the call: one connection to each of them, found by the sender of a signal.
import { Gauge } from './gauge.js';
import { Peer } from './peer.js';

/** Who of two gives way when both offer at once. Both come to the same answer: recruiters before the applicant, then by their ids. */
export const isPolite = (me, other) => rank(me) > rank(other);

const rank = ({ role, id }) => `${role === 'applicant' ? 1 : 0} ${id}`;

/** Somebody else in the call, and the connection to them. */
class Other {
  name = '';
  present = false;
  /** What they send, as they say it; null as long as they said nothing. */
  remote = null;
  /** Whether there was a connection to them once. */
  met = false;
  gauge = new Gauge();

  constructor(id, role, peer) {
    this.id = id;
    this.role = role;
    this.peer = peer;
  }
}

/** Events: `change` (draw again), `link` (a connection came or went), `restarted` (one is negotiated anew), `stranger` (somebody is here whose name is not known yet). */
export class Mesh extends EventTarget {
  #others = new Map();
  #open = false;

  /**
   * @param me `{id, role}`
   * @param media what we send
   * @param iceServers gives the servers of this moment
   * @param send gives a signal to the line, with its `receiver`
   */
  constructor({ me, media, iceServers, send }) {
    super();
    this.me = me;
    this.media = media;
    this.iceServers = iceServers;
    this.send = send;
    this.applicant = null;
  }

  /** The applicant first, then as they came. */
  get others() {
    return [...this.#others.values()].sort((a, b) => (a.role === 'applicant' ? 0 : 1) - (b.role === 'applicant' ? 0 : 1));
  }

  get isConnected() {
    return this.others.some(({ peer }) => peer.link === 'connected');
  }

  /** Whether those whom we had reached can be reached: false if somebody cannot, null if nobody is there to tell it by. */
  get network() {
    const reached = this.others.filter(({ met, present }) => met && present);
    if (reached.length === 0) {
      return null;
    }
    return reached.every(({ peer }) => peer.link === 'connected');
  }

  /** Who is there, by a snapshot of the call. */
  take(call) {
    this.applicant = call.applicant_id;
    for (const { user_id: id, name, role, present, left_at: left } of call.participants) {
      if (id === this.me.id) {
        continue;
      }
      if (left) {
        this.#remove(id);
      } else {
        const known = this.#others.get(id);
        Object.assign(known ?? this.#add(id, role), { name, present });
        if (!known && this.#open) {
          this.#others.get(id).peer.announce();
        }
      }
    }
  }

  /** A signal of one of them. Who is not known says hello first. */
  receive(signal) {
    const { from: id, kind } = signal;
    if (id === this.me.id || (!this.#others.has(id) && kind !== 'hello')) {
      return;
    }
    if (!this.#others.has(id)) {
      this.#add(id, this.#roleOf(id)).present = true;
      this.dispatchEvent(new Event('stranger'));
    }
    this.#others.get(id).peer.receive(signal);
  }

  #roleOf(id) {
    return this.me.role !== 'applicant' && (this.applicant ?? id) === id ? 'applicant' : 'recruiter';
  }

  #add(id, role) {
    const peer = new Peer({
      polite: isPolite(this.me, { id, role }),
      iceServers: this.iceServers(),
      media: this.media,
      send: (signal) => this.send({ receiver: id, ...signal }),
    });
    const other = new Other(id, role, peer);
    this.#others.set(id, other);
    peer.addEventListener('link', () => {
      other.met ||= peer.link === 'connected';
      this.dispatchEvent(new Event('link'));
    });
    peer.addEventListener('picture', () => this.#changed());
    peer.addEventListener('restarted', () => this.dispatchEvent(new Event('restarted')));
    peer.addEventListener('state', ({ detail }) => {
      other.remote = { audio: Boolean(detail.audio), video: Boolean(detail.video), screen: Boolean(detail.screen) };
      this.#changed();
    });
    this.#share();
    return other;
  }

  #remove(id) {
    const other = this.#others.get(id);
    if (other) {
      this.#others.delete(id);
      other.peer.close();
      this.#share();
    }
  }

  // What machine and network can bear is shared out among all of them.
  #share() {
    this.#each((peer) => peer.share(this.#others.size));
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }

  #each(act) {
    this.#others.forEach(({ peer }) => act(peer));
  }

  /** The line stands (again). */
  announce() {
    this.#open = true;
    this.#each((peer) => peer.announce());
  }

  replace(kind, track) {
    this.#each((peer) => peer.replace(kind, track));
  }

  tell() {
    this.#each((peer) => peer.tell());
  }

  restart() {
    this.#each((peer) => peer.restart());
  }

  useServers(servers) {
    this.#each((peer) => peer.useServers(servers));
  }

  /** We have gone for good; who was here stays known. */
  close() {
    this.#open = false;
    this.#others.forEach((other) => {
      other.peer.close();
      other.remote = null;
    });
  }
}
