// Where the picture is, and over it what is happening.
import { h } from '../shared/dom.js';
import { t } from '../shared/i18n.js';

export class Stage {
  #picture = null;

  constructor() {
    this.overlayText = h('p', {});
    this.overlayMore = h('p', { class: 'dim small' });
    this.overlay = h('div', { class: 'overlay', testid: 'overlay', role: 'status', hidden: true }, h('div', { class: 'spinner' }), this.overlayText, this.overlayMore);
    this.element = h('main', { class: 'stage' }, this.overlay);
  }

  /** Draws what the room says. */
  draw(room) {
    this.#show(room.carrier.picture);
    this.#picture?.draw(room);
    this.element.dataset.face = this.#picture?.showsFace ? 'on' : 'off';
    this.#wait(room);
  }

  #show(picture) {
    if (picture !== this.#picture) {
      this.#picture?.element.remove();
      this.#picture = picture;
      if (picture) {
        this.element.prepend(picture.element);
      }
    }
  }

  #wait(room) {
    const words = this.#words(room);
    this.overlay.hidden = !words;
    this.overlay.classList.toggle('over-picture', room.state === 'reconnecting');
    if (words && this.overlayText.textContent !== words[0]) {
      this.overlayText.textContent = words[0];
    }
    this.overlayMore.textContent = words?.[1] ?? '';
  }

  #words(room) {
    const { names: name, state, carrier } = room;
    const here = room.others.some(({ present }) => present);
    // What we wait for ourselves comes first: after an interruption one may have to knock again. A link is not waited for once more.
    if (carrier.waitsFor !== null && (state === 'connecting' || (state === 'reconnecting' && carrier.waitsFor !== 'link'))) {
      return carrier.waitsFor === 'lobby' ? [t('wait.lobby'), t('wait.lobby_more')] : null;
    }
    return {
      preparing: () => [t('wait.preparing'), t('wait.preparing_more')],
      connecting: () => [here ? t('wait.connecting', { name }) : t('wait.other', { name }), ''],
      reconnecting: () => [t('wait.reconnecting', { name }), t('wait.reconnecting_more')],
    }[state]?.();
  }

  end() {
    this.#picture?.end();
  }
}
