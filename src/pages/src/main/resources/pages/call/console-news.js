// What the console around this page is told of the call.
import { bridgeCode } from './problems.js';

/** @param recording how far a recording is, or the question about it: `state`, `transcribing`, `offers`; null if there is none in this call */
export function tell(host, room, recording = null) {
  const { carrier, others, state } = room;
  const reason = room.failed ?? room.call?.outcome;
  host.say({ type: 'state', state, ...(reason ? { reason: bridgeCode(reason) } : {}) });
  const { audio, camera, screen } = carrier.media;
  host.say({ type: 'media', audio, video: camera, screen });
  const there = state === 'connected' || state === 'reconnecting';
  const any = (has) => others.some(has);
  host.say({ type: 'peer', present: there || any(({ present }) => present), audio: there && any(({ remote }) => remote?.audio), video: there && any(({ remote }) => remote?.video) });
  const { background, lobby, record, transcribe } = carrier.offers;
  host.say({ type: 'offers', background, lobby, record: record && (recording?.offers.record ?? true), transcribe: transcribe && (recording?.offers.transcribe ?? true) });
  const setting = carrier.setting;
  host.say({ type: 'room', lobby: setting.lobby, recording: recording?.state ?? 'off', transcribing: setting.transcribing, background: setting.background });
  host.say({ type: 'knocking', people: carrier.knocking });
}

/** The figures, without those that are not known. */
export function tellStats(host, stats) {
  if (stats !== null) {
    host.say({ type: 'stats', ...Object.fromEntries(Object.entries(stats).filter(([, value]) => value !== null)) });
  }
}
