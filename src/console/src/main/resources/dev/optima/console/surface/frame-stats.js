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

  /** How much a count went up since it was last looked at; a stream that is new counts from nothing. */
  const grown = (seen, key, value) => {
    const now = figure(value) ?? 0;
    const before = seen.get(key) ?? 0;
    seen.set(key, Math.max(now, before));
    return Math.max(0, now - before);
  };

  const count = (entry, seen) => ({
    received: grown(seen, entry.id + ' received', entry.packetsReceived),
    lost: grown(seen, entry.id + ' lost', entry.packetsLost),
    bytes: grown(seen, entry.id + ' bytes', entry.bytesReceived),
    decoded: grown(seen, entry.id + ' decoded', entry.framesDecoded),
  });

  const picture = (now, entry) => {
    const width = figure(entry.frameWidth) ?? 0;
    const height = figure(entry.frameHeight) ?? 0;
    if (width * height >= now.width * now.height) {
      Object.assign(now, {width, height, fps: figure(entry.framesPerSecond)});
    }
  };

  const look = (report, known) => {
    const now = {grew: 0, rtt: null, jitter: null, width: 0, height: 0, fps: null, sent: null};
    let pair = null;
    let selected = null;
    let sends = false;
    for (const entry of report.values()) {
      if (entry.type === 'inbound-rtp') {
        const more = count(entry, known.seen);
        now.grew += more.bytes;
        for (const key of Object.keys(totals)) {
          totals[key] += more[key];
        }
        if (entry.kind === 'video') {
          picture(now, entry);
          now.jitter ??= figure(entry.jitter);
        } else {
          now.jitter = figure(entry.jitter) ?? now.jitter;
        }
      } else if (entry.type === 'outbound-rtp' && entry.kind === 'video') {
        sends ||= entry.framesPerSecond !== undefined;
      } else if (entry.type === 'transport' && entry.selectedCandidatePairId) {
        selected = entry.selectedCandidatePairId;
      } else if (entry.type === 'candidate-pair' && entry.nominated && entry.state === 'succeeded') {
        pair = entry;
      }
    }
    const used = (selected === null ? pair : report.get(selected)) ?? pair;
    now.rtt = figure(used?.currentRoundTripTime);
    now.sent = sends ? {available: figure(used?.availableOutgoingBitrate)} : null;
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
    const {grew, ...figures} = now;
    const reading = {at: Date.now(), ...totals, ...figures};
    window.optimaHost({request: JSON.stringify({type: 'frame_stats', reading}), onSuccess() {}, onFailure() {}});
  };

  const round = () => tell().catch(() => {}).finally(() => setTimeout(round, EVERY));
  setTimeout(round, EVERY);
})
