// The picture of a call over the built-in provider: the others large, ourselves small.
import { fill, h, say } from '../shared/dom.js';
import { i18n } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { Tile } from './tile.js';

const NOBODY = '';

export class Tiles {
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
    this.hear = h('button', { class: 'btn primary hear', testid: 'hear', hidden: true, on: { click: () => this.#tiles.forEach((tile) => tile.play()) } }, icon('sound', 17), h('span', { t: 'stage.hear' }));
    this.element = h('div', { class: 'picture' }, this.grid, this.hear);
    i18n.addEventListener('change', () => this.#drawToggle());
    this.#drawToggle();
  }

  /** Draws what the room says. */
  draw(room) {
    const { others, carrier } = room;
    const inside = room.state === 'connected' || room.state === 'reconnecting';
    this.#people(others);
    others.forEach((other) => this.#tiles.get(other.id).draw(other, inside, others.length));
    this.#tiles.get(NOBODY)?.draw(null, inside, 1);
    this.grid.dataset.crowd = String(Math.max(1, others.length));
    this.grid.dataset.shared = others.length > 1 && inside && others.some(({ remote, met }) => met && remote?.screen) ? 'on' : 'off';
    this.#self(carrier);
  }

  /** Whether instead of the only other's picture there is their face. */
  get showsFace() {
    return this.#tiles.size === 1 && !this.#tiles.has(NOBODY) && ![...this.#tiles.values()][0].seen;
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

  #self(carrier) {
    const track = carrier.sent;
    const shown = this.self.srcObject?.getVideoTracks()[0] ?? null;
    if (track !== shown) {
      this.self.srcObject = track ? new MediaStream([track]) : null;
    }
    this.self.classList.toggle('mirrored', !carrier.media.screen);
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
