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
  host.say({ type: 'offers', media: carrier.offers.media, screen: carrier.offers.screen, background, lobby, record: record && (recording?.offers.record ?? true), transcribe: transcribe && (recording?.offers.transcribe ?? true) });
  const setting = carrier.setting;
  host.say({ type: 'room', lobby: setting.lobby, recording: recording?.state ?? 'off', records: recording?.media.records ?? false, transcribing: setting.transcribing, background: setting.background });
  host.say({ type: 'knocking', people: carrier.knocking });
}

/** The figures, without those that are not known; or that there are none any more. */
export function tellStats(host, stats) {
  host.say(stats === null ? { type: 'no_stats' } : { type: 'stats', ...Object.fromEntries(Object.entries(stats).filter(([, value]) => value !== null)) });
}
