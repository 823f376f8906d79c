// The buttons of what a provider offers besides: background, waiting room, recording, subtitles. Each is there only while it can be used.
import { h } from '../shared/dom.js';
import { Door } from './door.js';

const RECORDING = { off: 'control.record', asked: 'control.record_asked', agreed: 'control.record', refused: 'control.record', withdrawn: 'control.record', recording: 'control.record_stop' };

export class RoomControls {
  /** @param act what may be asked for; @param button makes one of the bar; @param face gives one its sign and its words */
  constructor(act, button, face) {
    this.face = face;
    this.background = button('background', () => act.background());
    this.lobby = button('lobby', () => this.door.toggle());
    this.record = button('record', () => act.record());
    this.transcribe = button('transcribe', () => act.transcribe());
    this.count = h('span', { class: 'count', testid: 'knock-count' });
    this.door = new Door(act, this.lobby);
    this.elements = [this.background, this.lobby, this.record, this.transcribe];
  }

  draw({ carrier }, recording) {
    const { offers, setting, knocking } = carrier;
    const door = offers.lobby || knocking.length > 0;
    this.background.hidden = !offers.background;
    this.lobby.hidden = !door;
    this.record.hidden = !offers.record || !recording?.offers.record;
    this.transcribe.hidden = !offers.transcribe || !recording?.offers.transcribe;
    this.face(this.background, 'blur', setting.background === 'none' ? 'control.blur' : 'control.blur_off');
    this.face(this.lobby, 'door', 'control.lobby');
    // A yes is for both: what runs under it may be the transcript alone.
    const records = recording?.media.records ?? false;
    const state = recording?.state ?? 'off';
    this.face(this.record, 'record', state === 'recording' && !records ? RECORDING.agreed : RECORDING[state]);
    this.face(this.transcribe, 'subtitles', setting.transcribing ? 'control.transcribe_stop' : 'control.transcribe');
    this.background.classList.toggle('live', setting.background !== 'none');
    this.lobby.classList.toggle('live', setting.lobby);
    this.record.classList.toggle('live', records);
    this.transcribe.classList.toggle('live', setting.transcribing);
    this.#count(knocking);
    this.door.draw(door, offers.lobby, setting.lobby, knocking);
  }

  #count(knocking) {
    if (knocking.length > 0) {
      this.count.textContent = String(knocking.length);
      this.lobby.append(this.count);
    } else {
      this.count.remove();
    }
  }
}
