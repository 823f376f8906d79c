// How well the call goes, out of `RTCPeerConnection.getStats`. Pure: two readings in, one report out.

/** What is needed of a stats report. */
export function read(report, at) {
  const reading = { at, bytes: 0, received: 0, lost: 0, decoded: 0, rtt: null, jitter: null, width: 0, height: 0, fps: null, sent: null };
  let pair = null;
  let selected = null;
  for (const entry of report.values()) {
    if (entry.type === 'inbound-rtp') {
      inbound(reading, entry);
    } else if (entry.type === 'outbound-rtp' && entry.kind === 'video' && entry.framesPerSecond !== undefined) {
      reading.sent = { fps: entry.framesPerSecond, source: report.get(entry.mediaSourceId)?.framesPerSecond ?? 0, reason: entry.qualityLimitationReason ?? 'none', available: null };
    } else if (entry.type === 'transport' && entry.selectedCandidatePairId) {
      selected = entry.selectedCandidatePairId;
    } else if (entry.type === 'candidate-pair' && entry.nominated && entry.state === 'succeeded') {
      pair = entry;
    }
  }
  const used = selected === null ? pair : report.get(selected) ?? pair;
  reading.rtt = used?.currentRoundTripTime ?? null;
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
  } else {
    reading.jitter = entry.jitter ?? reading.jitter;
  }
}

/**
 * The report of the time between two readings: rtt and jitter in seconds, loss 0 to 1, bitrate in bits a second, fps decoded frames a
 * second, width and height in pixels, frames_decoded since the start, bars 0 to 4. What is not known is null, a picture
 * that is not there 0 by 0.
 */
export function compare(before, after, connected) {
  const seconds = before === null ? 0 : (after.at - before.at) / 1000;
  const since = (field) => (before === null ? 0 : Math.max(0, after[field] - before[field]));
  const packets = since('received') + since('lost');
  const report = {
    rtt: after.rtt,
    loss: packets > 0 ? since('lost') / packets : 0,
    jitter: after.jitter,
    bitrate: seconds > 0 ? (since('bytes') * 8) / seconds : 0,
    fps: seconds > 0 ? since('decoded') / seconds : after.fps ?? 0,
    width: after.width,
    height: after.height,
    frames_decoded: after.decoded,
  };
  return { ...report, bars: connected ? bars(report) : 0 };
}

/** 4 is as good as it gets, 1 is hardly usable, 0 is no connection. */
export function bars({ rtt, loss }) {
  const delay = rtt ?? 0;
  if (delay < 0.15 && loss < 0.01) {
    return 4;
  }
  if (delay < 0.3 && loss < 0.03) {
    return 3;
  }
  return delay < 0.5 && loss < 0.08 ? 2 : 1;
}

/** The reports of several connections as one: what is worst of it counts, what is received is added up. */
export function together(reports) {
  if (reports.length === 1) {
    return reports[0];
  }
  const of = (field) => reports.map((report) => report[field]).filter((value) => value !== null);
  const most = (field) => (of(field).length === 0 ? null : Math.max(...of(field)));
  const sum = (field) => of(field).reduce((all, value) => all + value, 0);
  const pictures = reports.filter(({ width }) => width > 0);
  const smallest = pictures.reduce((a, b) => (b.width * b.height < a.width * a.height ? b : a), pictures[0] ?? { width: 0, height: 0, fps: 0 });
  return {
    rtt: most('rtt'), loss: most('loss'), jitter: most('jitter'), bitrate: sum('bitrate'), fps: Math.min(...pictures.map(({ fps }) => fps), smallest.fps),
    width: smallest.width, height: smallest.height, frames_decoded: sum('frames_decoded'), bars: Math.min(...of('bars')),
  };
}
