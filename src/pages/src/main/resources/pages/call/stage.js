// The picture: the others large, ourselves small, and over them what is happening.
import { fill, h, say } from '../shared/dom.js';
import { i18n, t } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { Tile } from './tile.js';

const NOBODY = '';

export class Stage {
  #tiles = new Map();
  #speaker = '';
  #selfHidden = false;

  constructor() {
    this.self = h('video', { class: 'self-picture', testid: 'self-video', playsinline: true, autoplay: true, label: 'stage.self' });
    this.self.muted = true;
    this.selfToggle = h('button', { class: 'self-toggle', testid: 'self-toggle', on: { click: () => this.#toggleSelf() } });
    this.selfOff = h('span', { class: 'self-off' }, icon('cameraOff', 22));
    this.selfBox = h('div', { class: 'self' }, this.self, this.selfOff, this.selfToggle);
    this.grid = h('div', { class: 'tiles', data: { crowd: '1' } }, this.selfBox);
    this.overlayText = h('p', {});
    this.overlayMore = h('p', { class: 'dim small' });
    this.overlay = h('div', { class: 'overlay', testid: 'overlay', role: 'status', hidden: true }, h('div', { class: 'spinner' }), this.overlayText, this.overlayMore);
    this.hear = h('button', { class: 'btn primary hear', testid: 'hear', hidden: true, on: { click: () => this.#tiles.forEach((tile) => tile.play()) } }, icon('sound', 17), h('span', { t: 'stage.hear' }));
    this.element = h('main', { class: 'stage' }, this.grid, this.overlay, this.hear);
    i18n.addEventListener('change', () => this.#drawToggle());
    this.#drawToggle();
  }

  /** Draws what the room says. */
  draw(room) {
    const { others, media } = room;
    const inside = room.state === 'connected' || room.state === 'reconnecting';
    this.#people(others);
    others.forEach((other) => this.#tiles.get(other.id).draw(other, inside, others.length));
    this.#tiles.get(NOBODY)?.draw(null, inside, 1);
    const sent = (what) => inside && others.some(({ remote, met }) => met && remote?.[what]);
    document.body.dataset.remoteAudio = sent('audio') ? 'on' : 'off';
    document.body.dataset.remoteVideo = sent('video') ? 'on' : 'off';
    this.grid.dataset.crowd = String(Math.max(1, others.length));
    this.grid.dataset.shared = others.length > 1 && sent('screen') ? 'on' : 'off';
    this.element.dataset.face = others.length === 1 && !this.#tiles.get(others[0].id).seen ? 'on' : 'off';
    this.#self(media);
    this.#wait(room);
  }

  // One tile for each; as long as nobody is known an empty one.
  #people(others) {
    const wanted = new Set(others.length === 0 ? [NOBODY] : others.map(({ id }) => id));
    for (const [id, tile] of this.#tiles) {
      if (!wanted.has(id)) {
        tile.close();
        this.#tiles.delete(id);
      }
    }
    wanted.forEach((id) => {
      if (!this.#tiles.has(id)) {
        const tile = new Tile((refused) => {
          this.hear.hidden = !refused;
        });
        this.#tiles.set(id, tile);
        this.selfBox.before(tile.element);
        tile.video.setSinkId?.(this.#speaker).catch(() => {});
      }
    });
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
    const name = room.names;
    const here = room.others.some(({ present }) => present);
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

  /** How good the connection to each is. */
  quality(others) {
    others.forEach(({ id, gauge }) => this.#tiles.get(id)?.quality(gauge.report?.bars ?? 0));
  }

  /** The sound comes out here. */
  async speaker(id) {
    this.#speaker = id;
    await Promise.all([...this.#tiles.values()].map(({ video }) => video.setSinkId?.(id)));
  }

  end() {
    this.#tiles.forEach((tile) => {
      tile.video.srcObject = null;
    });
    this.self.srcObject = null;
  }
}
