// The picture of one person in the call: large when there are two, a part of the grid when there are more.
import { fill, h } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { avatar } from '../shared/person.js';
import { qualityBars, showBars } from './head.js';

// At least this much of a camera's picture is left when it is cut to fill its place: of the only one, of one among several.
const LEFT_ALONE = 0.7;
const LEFT_IN_A_CROWD = 0.45;

export class Tile {
  #name = null;
  #screen = false;
  #crowd = 1;

  /** @param refused is told whether the browser wants a click before there is sound */
  constructor(refused) {
    this.refused = refused;
    this.video = h('video', { class: 'remote', testid: 'remote-video', playsinline: true, autoplay: true, label: 'stage.remote' });
    this.face = h('div', { class: 'face', testid: 'avatar' });
    this.wait = h('p', { class: 'tile-wait', testid: 'tile-wait', hidden: true });
    this.chip = h('span', { class: 'name-chip', testid: 'peer-name' });
    this.bars = qualityBars('tile-bars');
    this.muted = h('span', { class: 'name-chip muted-chip', testid: 'peer-muted', hidden: true }, icon('micOff', 15), h('span', { class: 'muted-word', t: 'stage.muted' }));
    this.element = h('div', { class: 'tile', testid: 'tile' }, this.video, this.face, this.wait, h('div', { class: 'chips' }, this.chip, this.bars, this.muted));
    this.video.addEventListener('resize', () => this.#fit());
    this.size = new ResizeObserver(() => this.#fit());
    this.size.observe(this.element);
  }

  /** @param other of the mesh, or null if nobody is known; @param inside whether we are in the call; @param crowd how many others there are */
  draw(other, inside, crowd) {
    const there = inside && Boolean(other?.met);
    const remote = there ? other.remote : null;
    const stream = other?.peer.stream ?? null;
    this.seen = Boolean(remote?.video);
    if (this.video.srcObject !== stream) {
      this.video.srcObject = stream;
    }
    if (there) {
      this.play();
    }
    this.#screen = Boolean(remote?.screen);
    this.#crowd = crowd;
    this.video.classList.toggle('hidden', !this.seen);
    this.face.hidden = this.seen || !other;
    this.chip.hidden = !other?.name;
    this.bars.hidden = crowd < 2 || !there;
    this.muted.hidden = remote === null || remote.audio;
    Object.assign(this.element.dataset, { id: other?.id ?? '', role: other?.role ?? '', link: other?.peer.link ?? 'none', shared: this.#screen ? 'on' : 'off' });
    this.#person(other?.name ?? '');
    this.#wait(other, inside && crowd > 1);
    this.#fit();
  }

  #person(name) {
    if (this.#name !== name) {
      this.#name = name;
      this.chip.textContent = name;
      fill(this.face, avatar(name, 'large'));
    }
  }

  // Among several, each has a word of their own; the only one has the whole stage for it.
  #wait(other, shown) {
    this.wait.hidden = !shown || other.peer.link === 'connected';
    if (!this.wait.hidden) {
      const key = other.met ? 'tile.reconnecting' : other.present ? 'tile.connecting' : 'tile.waiting';
      this.wait.textContent = t(key);
    }
  }

  /** How good the connection is, 0 to 4. */
  quality(bars) {
    showBars(this.bars, bars);
  }

  async play() {
    if (!this.video.paused) {
      return;
    }
    try {
      await this.video.play();
      this.refused(false);
    } catch (refusal) {
      this.refused(refusal.name === 'NotAllowedError');
    }
  }

  // A camera fills its place if little is cut off by it; a screen is always shown whole.
  #fit() {
    const { videoWidth: w, videoHeight: h0 } = this.video;
    const { clientWidth: width, clientHeight: height } = this.element;
    if (w > 0 && h0 > 0 && width > 0 && height > 0) {
      const [a, b] = [w / h0, width / height];
      this.video.classList.toggle('cover', !this.#screen && Math.min(a, b) / Math.max(a, b) > (this.#crowd > 1 ? LEFT_IN_A_CROWD : LEFT_ALONE));
    }
  }

  /** They have gone, or the call is over. */
  close() {
    this.video.srcObject = null;
    this.size.disconnect();
    this.element.remove();
  }
}
