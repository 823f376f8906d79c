// How well the call goes, out of `RTCPeerConnection.getStats`. Pure: two readings in, the figures of the time between them out.
// What a browser does not say, or could not measure for want of anything to measure, is null.

/** What goes up only; null in a reading as long as the browser does not say it. */
const COUNTS = ['audio_received', 'audio_lost', 'video_received', 'concealed', 'samples', 'buffered', 'emitted', 'frozen', 'dropped', 'frames', 'encoded'];
const LIMITS = ['none', 'other', 'bandwidth', 'cpu'];

/** What is needed of a stats report. */
export function read(report, at) {
  const reading = { at, bytes: 0, received: 0, lost: 0, decoded: 0, rtt: null, jitter: null, width: 0, height: 0, fps: null, sent: null, relayed: null };
  COUNTS.forEach((field) => {
    reading[field] = null;
  });
  let pair = null;
  let selected = null;
  for (const entry of report.values()) {
    if (entry.type === 'inbound-rtp') {
      inbound(reading, entry);
    } else if (entry.type === 'outbound-rtp' && entry.kind === 'video' && entry.framesPerSecond !== undefined) {
      reading.sent = { fps: entry.framesPerSecond, source: report.get(entry.mediaSourceId)?.framesPerSecond ?? 0, reason: entry.qualityLimitationReason ?? 'none', available: null, limited: entry.qualityLimitationReason ?? null, limits: entry.qualityLimitationDurations ?? null };
      add(reading, 'encoded', entry.framesEncoded);
    } else if (entry.type === 'transport' && entry.selectedCandidatePairId) {
      selected = entry.selectedCandidatePairId;
    } else if (entry.type === 'candidate-pair' && entry.nominated && entry.state === 'succeeded') {
      pair = entry;
    }
  }
  const used = selected === null ? pair : report.get(selected) ?? pair;
  reading.rtt = used?.currentRoundTripTime ?? null;
  reading.relayed = used ? [used.localCandidateId, used.remoteCandidateId].some((id) => report.get(id)?.candidateType === 'relay') : null;
  if (reading.sent !== null) {
    reading.sent.available = used?.availableOutgoingBitrate ?? null;
  }
  return reading;
}

function inbound(reading, entry) {
  reading.bytes += entry.bytesReceived ?? 0;
  reading.received += entry.packetsReceived ?? 0;
  reading.lost += Math.max(0, entry.packetsLost ?? 0);
  if (entry.kind === 'video') {
    reading.decoded += entry.framesDecoded ?? 0;
    reading.width = entry.frameWidth ?? 0;
    reading.height = entry.frameHeight ?? 0;
    reading.fps = entry.framesPerSecond ?? null;
    reading.jitter ??= entry.jitter ?? null;
    add(reading, 'video_received', entry.packetsReceived);
    add(reading, 'frozen', entry.totalFreezesDuration);
    add(reading, 'dropped', entry.framesDropped);
    add(reading, 'frames', entry.framesReceived);
  } else {
    reading.jitter = entry.jitter ?? reading.jitter;
    add(reading, 'audio_received', entry.packetsReceived);
    add(reading, 'audio_lost', Math.max(0, entry.packetsLost));
    // Silence that is made up while nothing is said, or sent, is nobody's loss.
    add(reading, 'concealed', entry.concealedSamples - entry.silentConcealedSamples);
    add(reading, 'samples', entry.totalSamplesReceived);
    add(reading, 'buffered', entry.jitterBufferDelay);
    add(reading, 'emitted', entry.jitterBufferEmittedCount);
  }
}

function add(reading, field, more) {
  if (Number.isFinite(more)) {
    reading[field] = (reading[field] ?? 0) + Math.max(0, more);
  }
}

/**
 * What was measured between two readings, by the names of `video_call_quality`; null if it is not known.
 *
 * @param before null if there is none, or it is of another connection
 * Both may say what the other side said then that it sends (`sends`: `audio`, `video`, `screen`): who sent all the time and of whom nothing
 * came was lost; who began in between, or said nothing, was silent.
 */
export function figures(before, after) {
  const sends = throughout(before?.sends, after.sends);
  const seconds = before === null ? 0 : (after.at - before.at) / 1000;
  const since = (field) => (before === null || !Number.isFinite(before[field]) || !Number.isFinite(after[field]) ? null : Math.max(0, after[field] - before[field]));
  const received = since('received');
  const packets = received === null ? 0 : received + since('lost');
  const audio = since('audio_received');
  return {
    rtt: after.rtt,
    loss: share(since('lost'), packets),
    jitter: after.jitter,
    bitrate: seconds > 0 && packets > 0 ? (since('bytes') * 8) / seconds : null,
    audio_loss: share(since('audio_lost'), (audio ?? 0) + (since('audio_lost') ?? 0)),
    concealed: sends.audio && audio === 0 ? 1 : share(since('concealed'), since('samples')),
    buffer: mean(since('buffered'), since('emitted')),
    ...picture(after, seconds, since, sends),
    ...sending(before, after, seconds, since),
  };
}

const throughout = (then, now) => ({ audio: Boolean(then?.audio && now?.audio), video: Boolean(then?.video && now?.video), screen: Boolean(then?.screen || now?.screen) });

const mean = (sum, count) => (sum === null || !(count > 0) ? null : sum / count);

const share = (part, whole) => (part === null || !(whole > 0) ? null : Math.min(1, part / whole));

const NO_PICTURE = { fps: null, width: null, height: null, frozen: null, dropped: null };

// Without packets there is no picture, unless one is sent: then it stands still. Of a shared screen pictures only come when it changes.
function picture(after, seconds, since, sends) {
  const came = (since('video_received') ?? since('decoded')) > 0;
  const { width, height } = after;
  if (seconds <= 0 || !(width > 0) || !(came || sends.video)) {
    return NO_PICTURE;
  }
  if (sends.screen) {
    return { ...NO_PICTURE, width, height };
  }
  const fps = since('decoded') / seconds;
  const frozen = fps === 0 ? 1 : mean(since('frozen'), seconds);
  return { fps, width, height, frozen: frozen === null ? null : Math.min(1, frozen), dropped: share(since('dropped'), since('frames')) };
}

function sending(before, after, seconds, since) {
  const { sent } = after;
  if (sent === null || sent === undefined) {
    return { sent_fps: null, available: null, limited: null };
  }
  const encoded = before?.sent ? mean(since('encoded'), seconds) : null;
  return { sent_fps: encoded ?? sent.fps ?? null, available: sent.available ?? null, limited: limit(before?.sent, sent) };
}

// What limited it for the longest of the time; where only the present is known, that.
function limit(before, sent) {
  if (!before?.limits || !sent.limits) {
    return LIMITS.includes(sent.limited) ? sent.limited : null;
  }
  const grown = (name) => (sent.limits[name] ?? 0) - (before.limits[name] ?? 0);
  const longest = LIMITS.reduce((a, b) => (grown(b) > grown(a) ? b : a));
  return grown(longest) > 0 ? longest : sent.limited;
}

/**
 * What is shown of the time between two readings: rtt and jitter in seconds, loss 0 to 1, bitrate in bits a second, fps decoded frames a
 * second, width and height in pixels, frames_decoded since the start, bars 0 to 4. What is not known is null, a picture
 * that is not there 0 by 0.
 */
export function compare(before, after, connected) {
  const seconds = before === null ? 0 : (after.at - before.at) / 1000;
  const now = figures(before, after);
  const { rtt, loss, jitter, bitrate } = now;
  const fps = seconds > 0 ? Math.max(0, after.decoded - before.decoded) / seconds : after.fps ?? 0;
  return { rtt, loss, jitter, bitrate, fps, width: after.width, height: after.height, frames_decoded: after.decoded, bars: connected ? bars(now) : 0 };
}

/** Below which a figure is worth 4, 3 or 2 bars. The backend's QualityBars says the same. */
const LIMITS_OF_BARS = { rtt: [0.15, 0.3, 0.5], loss: [0.01, 0.03, 0.08], frozen: [0.05, 0.15, 0.4], concealed: [0.02, 0.05, 0.12] };

/** 4 is as good as it gets, 1 is hardly usable, 0 is no connection, or nothing known. What is worst counts. */
export function bars(measured) {
  const each = Object.entries(LIMITS_OF_BARS).filter(([field]) => (measured[field] ?? null) !== null).map(([field, limits]) => 4 - limits.filter((limit) => measured[field] >= limit).length);
  return each.length === 0 ? 0 : Math.min(...each);
}

const known = (reports, field) => reports.map((report) => report[field]).filter((value) => value !== null && value !== undefined);
const most = (reports, field) => (known(reports, field).length === 0 ? null : Math.max(...known(reports, field)));
const least = (reports, field) => (known(reports, field).length === 0 ? null : Math.min(...known(reports, field)));
const sum = (reports, field) => (known(reports, field).length === 0 ? null : known(reports, field).reduce((all, value) => all + value, 0));
const smallest = (reports) => reports.filter(({ width }) => width > 0).reduce((a, b) => (a !== null && a.width * a.height <= b.width * b.height ? a : b), null);

/** What is shown of several connections as one: what is worst of it counts, what is received is added up. */
export function together(reports) {
  if (reports.length === 1) {
    return reports[0];
  }
  const pictures = reports.filter(({ width }) => width > 0);
  const small = smallest(reports) ?? { width: 0, height: 0, fps: 0 };
  return {
    rtt: most(reports, 'rtt'), loss: most(reports, 'loss'), jitter: most(reports, 'jitter'), bitrate: sum(reports, 'bitrate'), fps: least(pictures, 'fps') ?? 0,
    width: small.width, height: small.height, frames_decoded: sum(reports, 'frames_decoded') ?? 0, bars: least(reports, 'bars') ?? 0,
  };
}

/** The figures of several connections as one, in the same way; null if there are none. */
export function worst(all) {
  if (all.length <= 1) {
    return all[0] ?? null;
  }
  const small = smallest(all);
  return {
    ...Object.fromEntries(['rtt', 'loss', 'jitter', 'audio_loss', 'concealed', 'buffer', 'frozen', 'dropped'].map((field) => [field, most(all, field)])),
    ...Object.fromEntries(['fps', 'sent_fps', 'available'].map((field) => [field, least(all, field)])),
    bitrate: sum(all, 'bitrate'),
    width: small?.width ?? null,
    height: small?.height ?? null,
    limited: LIMITS.findLast((name) => all.some(({ limited }) => limited === name)) ?? null,
  };
}
