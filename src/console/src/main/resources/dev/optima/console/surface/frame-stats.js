// Runs in every frame before its own scripts, and does something only in those of a media provider: notes the
// connections that are made there, and tells the console every two seconds what they receive. Counts of all
// connections are added up, so that they go up only, though the provider changes over from its bridge to a direct
// line and back; what is a figure of now is of the connection that carries the most. Nothing known, nothing said.
((origins) => {
  'use strict';
  const Native = globalThis.RTCPeerConnection;
  const wrapped = Object.getOwnPropertyDescriptor(globalThis, 'RTCPeerConnection')?.configurable === false;
  if (!origins.includes(location.origin) || !Native || wrapped) {
    return;
  }
  const EVERY = 2_000;
  const connections = new Map();
  const totals = {received: 0, lost: 0, bytes: 0, decoded: 0};
  // Null as long as the browser does not say them.
  for (const key of ['audio_received', 'audio_lost', 'video_received', 'concealed', 'samples', 'buffered', 'emitted', 'frozen', 'dropped', 'frames', 'encoded']) {
    totals[key] = null;
  }
  const LIMITS = ['none', 'other', 'bandwidth', 'cpu'];
  let wasConnected = false;

  const noted = new Proxy(Native, {
    construct(target, args, made) {
      const connection = Reflect.construct(target, args, made);
      connections.set(connection, {seen: new Map(), bytes: 0});
      return connection;
    },
  });
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) {
    if (globalThis[name]) {
      Object.defineProperty(globalThis, name, {value: noted, configurable: false, writable: true});
    }
  }

  const figure = (value) => (Number.isFinite(value) && value >= 0 ? value : null);

  /** How much a count went up since it was last looked at; a stream that is new counts from nothing. Null if the browser does not say it. */
  const grown = (seen, key, value) => {
    const now = figure(value);
    if (now === null) {
      return null;
    }
    const before = seen.get(key) ?? 0;
    seen.set(key, Math.max(now, before));
    return Math.max(0, now - before);
  };

  const growths = (entry, seen, names) =>
    Object.fromEntries(Object.entries(names).map(([key, value]) => [key, grown(seen, entry.id + ' ' + key, value)]));

  const add = (more) => {
    for (const [key, value] of Object.entries(more)) {
      if (value !== null) {
        totals[key] = (totals[key] ?? 0) + value;
      }
    }
  };

  const count = (entry, seen) =>
    growths(entry, seen, {received: entry.packetsReceived, lost: entry.packetsLost, bytes: entry.bytesReceived});

  // Silence that is made up while nothing is said, or sent, is nobody's loss.
  const sound = (entry, seen) =>
    growths(entry, seen, {
      audio_received: entry.packetsReceived,
      audio_lost: entry.packetsLost,
      concealed: entry.concealedSamples - entry.silentConcealedSamples,
      samples: entry.totalSamplesReceived,
      buffered: entry.jitterBufferDelay,
      emitted: entry.jitterBufferEmittedCount,
    });

  const pictures = (entry, seen) =>
    growths(entry, seen, {
      video_received: entry.packetsReceived,
      decoded: entry.framesDecoded,
      frames: entry.framesReceived,
      dropped: entry.framesDropped,
      frozen: entry.totalFreezesDuration,
    });

  // Of several pictures the largest counts.
  const picture = (now, entry, more) => {
    const width = figure(entry.frameWidth) ?? 0;
    const height = figure(entry.frameHeight) ?? 0;
    if (width * height >= now.width * now.height) {
      Object.assign(now, {width, height, fps: figure(entry.framesPerSecond)});
      now.shown = more;
    }
  };

  // The same picture may be sent in several sizes.
  const sending = (now, entry, seen) => {
    const {encoded} = growths(entry, seen, {encoded: entry.framesEncoded});
    if (entry.framesPerSecond === undefined) {
      return;
    }
    const place = Math.max(LIMITS.indexOf(entry.qualityLimitationReason), LIMITS.indexOf(now.sent?.limited));
    now.sent = {available: null, fps: Math.max(figure(entry.framesPerSecond) ?? 0, now.sent?.fps ?? 0), limited: LIMITS[place] ?? null};
    now.encoded = encoded === null ? now.encoded : Math.max(encoded, now.encoded ?? 0);
  };

  const look = (report, known) => {
    const now = {grew: 0, rtt: null, jitter: null, width: 0, height: 0, fps: null, sent: null, relayed: null, shown: {}, encoded: null};
    let pair = null;
    let selected = null;
    for (const entry of report.values()) {
      if (entry.type === 'inbound-rtp') {
        const more = count(entry, known.seen);
        now.grew += more.bytes ?? 0;
        add(more);
        if (entry.kind === 'video') {
          picture(now, entry, pictures(entry, known.seen));
          now.jitter ??= figure(entry.jitter);
        } else {
          add(sound(entry, known.seen));
          now.jitter = figure(entry.jitter) ?? now.jitter;
        }
      } else if (entry.type === 'outbound-rtp' && entry.kind === 'video') {
        sending(now, entry, known.seen);
      } else if (entry.type === 'transport' && entry.selectedCandidatePairId) {
        selected = entry.selectedCandidatePairId;
      } else if (entry.type === 'candidate-pair' && entry.nominated && entry.state === 'succeeded') {
        pair = entry;
      }
    }
    add({...now.shown, encoded: now.encoded});
    const used = (selected === null ? pair : report.get(selected)) ?? pair;
    now.rtt = figure(used?.currentRoundTripTime);
    if (used) {
      now.relayed = [used.localCandidateId, used.remoteCandidateId].some((id) => report.get(id)?.candidateType === 'relay');
    }
    if (now.sent !== null) {
      now.sent.available = figure(used?.availableOutgoingBitrate);
    }
    return now;
  };

  const open = () => {
    for (const connection of connections.keys()) {
      if (connection.connectionState === 'closed') {
        connections.delete(connection);
      }
    }
    return [...connections.keys()];
  };

  const read = async () => {
    let best = null;
    for (const connection of open()) {
      const now = look(await connection.getStats(), connections.get(connection));
      const connected = connection.connectionState === 'connected';
      if (best === null || connected > best.connected || (connected === best.connected && now.grew > best.grew)) {
        best = {...now, connected};
      }
    }
    return best;
  };

  const tell = async () => {
    const now = await read();
    wasConnected ||= now?.connected === true;
    if (now === null || !wasConnected || typeof window.optimaHost !== 'function') {
      return;
    }
    const {grew, shown, encoded, ...figures} = now;
    const reading = {at: Date.now(), ...totals, ...figures};
    window.optimaHost({request: JSON.stringify({type: 'frame_stats', reading}), onSuccess() {}, onFailure() {}});
  };

  const round = () => tell().catch(() => {}).finally(() => setTimeout(round, EVERY));
  setTimeout(round, EVERY);
})
