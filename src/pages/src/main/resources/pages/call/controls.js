// The bar of buttons, and the panel to choose devices in.
import { fill, h, say } from '../shared/dom.js';
import { i18n, t } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { RoomControls } from './room-controls.js';

export class Controls {
  constructor(act) {
    this.act = act;
    this.mute = this.#button('mute', () => act.audio());
    this.camera = this.#button('camera', () => act.video());
    this.screen = this.#button('screen', () => act.screenByButton());
    this.devices = this.#button('devices', () => this.#togglePanel());
    this.more = new RoomControls(act, (testid, press) => this.#button(testid, press), (button, sign, key) => this.#face(button, sign, key));
    this.full = this.#button('fullscreen', () => act.fullscreen());
    this.hangUp = this.#button('hang-up', () => act.hangUp());
    this.hangUp.classList.add('bad');
    this.full.hidden = !document.fullscreenEnabled;
    this.devices.setAttribute('aria-expanded', 'false');
    this.devices.setAttribute('aria-controls', 'devices-panel');
    this.panel = h('div', { class: 'panel', id: 'devices-panel', role: 'group', label: 'control.devices', hidden: true, on: { keydown: (e) => e.key === 'Escape' && this.#closePanel(true) } });
    this.element = h('footer', { class: 'controls' }, this.panel, this.more.door.element, this.mute, this.camera, this.screen, this.devices, this.more.elements, this.full, this.hangUp);
    document.addEventListener('pointerdown', (e) => !this.panel.hidden && !this.panel.contains(e.target) && !this.devices.contains(e.target) && this.#closePanel(false));
    document.addEventListener('fullscreenchange', () => this.#face(this.full, ...fullFace()));
    this.#face(this.devices, 'devices', 'control.devices');
    this.#face(this.full, ...fullFace());
    this.#face(this.hangUp, 'hangUp', 'control.hang_up');
  }

  #button(testid, press) {
    return h('button', { class: 'control', testid, on: { click: press } });
  }

  #face(button, sign, key) {
    if (button.dataset.face !== sign + key) {
      button.dataset.face = sign + key;
      fill(button, icon(sign, 20), h('span', { class: 'control-text', t: key }));
      say(button, 'label', key);
      say(button, 'hint', key);
    }
  }

  /** @param recording how far a recording is, or the question about it; null if there is none */
  draw(room, recording = null) {
    const { audio, camera: video, screen } = room.carrier.media;
    const { offers } = room.carrier;
    [this.mute, this.camera, this.devices].forEach((button) => {
      button.hidden = !offers.media;
    });
    this.screen.hidden = !offers.screen || !navigator.mediaDevices?.getDisplayMedia;
    this.#face(this.mute, audio ? 'mic' : 'micOff', audio ? 'control.mute' : 'control.unmute');
    this.#face(this.camera, video ? 'camera' : 'cameraOff', video ? 'control.camera_off' : 'control.camera_on');
    this.#face(this.screen, screen ? 'screenOff' : 'screen', screen ? 'control.screen_stop' : 'control.screen');
    this.mute.classList.toggle('off', !audio);
    this.camera.classList.toggle('off', !video);
    this.screen.classList.toggle('live', screen);
    Object.assign(document.body.dataset, { audio: audio ? 'on' : 'off', video: video ? 'on' : 'off', screen: screen ? 'on' : 'off' });
    this.more.draw(room, recording);
    const over = room.state === 'ended' || room.state === 'failed';
    this.element.classList.toggle('gone', over);
    if (over) {
      this.more.door.close(false);
      this.#closePanel(false);
    }
  }

  /** Draws the lists of devices. */
  list({ microphones, cameras, speakers }) {
    const focused = document.activeElement?.dataset?.device;
    fill(this.panel, this.#choice('microphone', 'control.microphone', microphones), this.#choice('camera', 'control.camera', cameras),
      speakers.length > 0 && 'setSinkId' in HTMLMediaElement.prototype ? this.#choice('speaker', 'control.speaker', speakers) : null);
    if (focused) {
      this.panel.querySelector(`[data-device="${focused}"]`)?.focus();
    }
  }

  #choice(device, key, list) {
    const select = h('select', { class: 'select', testid: `device-${device}`, data: { device }, disabled: list.length === 0, on: { change: (e) => this.act.device(device, e.target.value) } },
      list.length === 0 ? h('option', {}, t('control.none')) : list.map((d) => h('option', { value: d.id, selected: d.selected }, d.label)));
    return h('label', { class: 'choice' }, h('span', { class: 'small dim', t: key }), select);
  }

  #togglePanel() {
    if (this.panel.hidden) {
      this.panel.hidden = false;
      this.devices.setAttribute('aria-expanded', 'true');
      this.panel.querySelector('select:not(:disabled)')?.focus();
    } else {
      this.#closePanel(true);
    }
  }

  #closePanel(back) {
    this.panel.hidden = true;
    this.devices.setAttribute('aria-expanded', 'false');
    if (back) {
      this.devices.focus();
    }
  }
}

function fullFace() {
  return document.fullscreenElement ? ['fullOff', 'control.window'] : ['full', 'control.full'];
}

/** What stands there after a call: how long it was, and the way back. */
export function over(what, closes, close) {
  const done = h('section', { class: 'problem', role: 'status', testid: 'over' });
  const draw = () => fill(done,
    h('div', { class: 'problem-sign' }, icon('hangUp', 32)),
    h('h1', { t: what().outcome === 'left' ? 'over.title_left' : 'over.title' }),
    h('p', { class: 'dim' }, sentence(what())),
    closes ? h('div', { class: 'problem-buttons' }, h('button', { class: 'btn primary', testid: 'over-close', t: 'problem.close', on: { click: close } })) : h('p', { class: 'dim small', t: 'over.close_tab' }));
  i18n.addEventListener('change', draw);
  return { element: done, draw };
}

function sentence({ outcome, length }) {
  const words = { dropped: 'over.dropped', not_joined: 'over.not_joined', abandoned: 'over.abandoned', suspended: 'over.suspended', completed: 'over.completed', left: 'over.left' };
  return t(words[outcome] ?? 'over.plain', { length });
}
