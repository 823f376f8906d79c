// The picture: the other side large, ourselves small, and over them what is happening.
import { fill, h, say } from '../shared/dom.js';
import { i18n, t } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { avatar } from '../shared/person.js';
import { length } from '../shared/time.js';

// Cut off at most this share of a camera's picture to fill the stage.
const CUT = 0.7;

export class Stage {
  #name = null;
  #selfHidden = false;

  constructor() {
    this.remote = h('video', { class: 'remote', testid: 'remote-video', playsinline: true, autoplay: true, label: 'stage.remote' });
    this.self = h('video', { class: 'self-picture', testid: 'self-video', playsinline: true, autoplay: true, label: 'stage.self' });
    this.self.muted = true;
    this.face = h('div', { class: 'face', testid: 'avatar' });
    this.chip = h('span', { class: 'name-chip', testid: 'peer-name' });
    this.muted = h('span', { class: 'name-chip muted-chip', testid: 'peer-muted', hidden: true }, icon('micOff', 15), h('span', { t: 'stage.muted' }));
    this.selfToggle = h('button', { class: 'self-toggle', testid: 'self-toggle', on: { click: () => this.#toggleSelf() } });
    this.selfOff = h('span', { class: 'self-off' }, icon('cameraOff', 22));
    this.selfBox = h('div', { class: 'self' }, this.self, this.selfOff, this.selfToggle);
    this.overlayText = h('p', {});
    this.overlayMore = h('p', { class: 'dim small' });
    this.overlay = h('div', { class: 'overlay', testid: 'overlay', role: 'status', hidden: true }, h('div', { class: 'spinner' }), this.overlayText, this.overlayMore);
    this.hear = h('button', { class: 'btn primary hear', testid: 'hear', hidden: true, on: { click: () => this.#play() } }, icon('sound', 17), h('span', { t: 'stage.hear' }));
    this.element = h('main', { class: 'stage' }, this.remote, this.face, h('div', { class: 'chips' }, this.chip, this.muted), this.selfBox, this.overlay, this.hear);
    this.remote.addEventListener('resize', () => this.#fit());
    new ResizeObserver(() => this.#fit()).observe(this.element);
    i18n.addEventListener('change', () => this.#drawToggle());
    this.#drawToggle();
  }

  /** Draws what the room says. */
  draw(room) {
    const { remote, media, peer, other } = room;
    const there = room.state === 'connected' || room.state === 'reconnecting';
    const seen = there && Boolean(remote?.video);
    document.body.dataset.remoteAudio = there && remote?.audio ? 'on' : 'off';
    document.body.dataset.remoteVideo = seen ? 'on' : 'off';
    if (this.remote.srcObject !== (peer?.stream ?? null)) {
      this.remote.srcObject = peer?.stream ?? null;
    }
    if (peer?.stream && there) {
      this.#play();
    }
    this.remote.classList.toggle('hidden', !seen);
    this.screen = Boolean(remote?.screen);
    this.#fit();
    this.#person(other);
    this.face.hidden = seen || !other;
    this.chip.hidden = !other;
    this.muted.hidden = !there || remote === null || remote.audio;
    this.#self(media);
    this.#wait(room);
  }

  #person(other) {
    if (other && this.#name !== other.name) {
      this.#name = other.name;
      this.chip.textContent = other.name;
      fill(this.face, avatar(other.name, 'large'));
    }
  }

  #self(media) {
    const track = media.track('video');
    const shown = this.self.srcObject?.getVideoTracks()[0] ?? null;
    if (track !== shown) {
      this.self.srcObject = track ? new MediaStream([track]) : null;
    }
    this.self.classList.toggle('mirrored', !media.state().screen);
    this.selfOff.hidden = track !== null;
    this.selfBox.classList.toggle('folded', this.#selfHidden);
  }

  #toggleSelf() {
    this.#selfHidden = !this.#selfHidden;
    this.selfBox.classList.toggle('folded', this.#selfHidden);
    this.#drawToggle();
  }

  #drawToggle() {
    fill(this.selfToggle, icon(this.#selfHidden ? 'eye' : 'eyeOff', 15));
    say(this.selfToggle, 'label', this.#selfHidden ? 'stage.show_self' : 'stage.hide_self');
    say(this.selfToggle, 'hint', this.#selfHidden ? 'stage.show_self' : 'stage.hide_self');
  }

  #wait(room) {
    const name = room.other?.name ?? '';
    const here = room.other?.present;
    const words = {
      preparing: () => [t('wait.preparing'), t('wait.preparing_more')],
      connecting: () => [here ? t('wait.connecting', { name }) : t('wait.other', { name }), ''],
      reconnecting: () => [t('wait.reconnecting', { name }), t('wait.reconnecting_more')],
    }[room.state]?.();
    this.overlay.hidden = !words;
    this.overlay.classList.toggle('over-picture', room.state === 'reconnecting');
    if (words && this.overlayText.textContent !== words[0]) {
      this.overlayText.textContent = words[0];
    }
    this.overlayMore.textContent = words?.[1] ?? '';
  }

  async #play() {
    if (!this.remote.paused) {
      return;
    }
    try {
      await this.remote.play();
      this.hear.hidden = true;
    } catch (refusal) {
      this.hear.hidden = refusal.name !== 'NotAllowedError';
    }
  }

  // A camera fills the stage if little is cut off by it; a screen is always shown whole.
  #fit() {
    const { videoWidth: w, videoHeight: h0 } = this.remote;
    const { clientWidth: width, clientHeight: height } = this.element;
    if (w > 0 && h0 > 0 && width > 0 && height > 0) {
      const [a, b] = [w / h0, width / height];
      this.remote.classList.toggle('cover', !this.screen && Math.min(a, b) / Math.max(a, b) > CUT);
    }
  }

  /** The sound comes out here. */
  async speaker(id) {
    await this.remote.setSinkId?.(id);
  }

  end() {
    this.remote.srcObject = null;
    this.self.srcObject = null;
  }
}

/** The line at the top: who, how good, how long. */
export class Head {
  constructor() {
    this.name = h('b', { class: 'head-name' });
    this.bars = h('span', { class: 'bars', testid: 'bars', role: 'img' }, [1, 2, 3, 4].map((n) => h('i', { class: `bar-${n}` })));
    this.figures = h('span', { class: 'dim small nums figures' });
    this.time = h('span', { class: 'nums', testid: 'length', role: 'timer', 'aria-live': 'off' }, '0:00');
    this.element = h('header', { class: 'head' }, h('span', { class: 'dot' }), this.name, h('span', { class: 'grow' }), this.bars, this.figures, this.time);
  }

  draw(room) {
    this.name.textContent = room.other?.name ?? 'Optima';
    this.tick(room);
  }

  tick(room) {
    this.time.textContent = length(room.length.at(room.clock.now()));
  }

  quality({ bars, rtt, loss }) {
    this.bars.dataset.bars = String(bars);
    const words = ['quality.none', 'quality.poor', 'quality.fair', 'quality.good', 'quality.best'];
    say(this.bars, 'label', words[bars]);
    const percent = new Intl.NumberFormat(i18n.locale, { style: 'percent', maximumFractionDigits: 1 }).format(loss);
    this.figures.textContent = rtt === null ? '' : `${Math.round(rtt * 1000)} ms · ${t('quality.loss', { percent })}`;
  }
}
