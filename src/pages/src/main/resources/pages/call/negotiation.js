// Who talks to whom: pages come and go (a reload, a second device), so each carries an id of its own, an `instance`.
// Pure: what a signal means for the pair, without a connection.

/** A new id of an instance. */
export function instance() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * What to do with a signal.
 *
 * @param pair `{me, other}`: the two instances as known here; `other` is null until it has been met
 * @param signal `{kind, instance, to}`
 * @return `{pair, act, reply}`; act: `new` (start a fresh connection with `pair.other`), `again` (the same one says hello again),
 *     `use` (it is for the connection that stands), `ignore`; reply: say hello back
 */
export function meet(pair, signal) {
  const { kind, instance: from, to } = signal;
  if (typeof from !== 'string' || from === pair.me) {
    return { pair, act: 'ignore', reply: false };
  }
  const knowsMe = to === pair.me;
  if (kind === 'hello') {
    return from === pair.other ? { pair, act: 'again', reply: !knowsMe } : { pair: { me: pair.me, other: from }, act: 'new', reply: !knowsMe };
  }
  if (from === pair.other && knowsMe) {
    return { pair, act: 'use', reply: false };
  }
  // Somebody who is not met yet, or who speaks to what was here before a reload.
  return { pair, act: 'ignore', reply: !knowsMe || from !== pair.other };
}

/** Perfect negotiation (W3C webrtc-pc, 10.7): may this description be taken now? */
export function takes(description, { polite, makingOffer, signalingState }) {
  if (description.type === 'answer') {
    return signalingState === 'have-local-offer';
  }
  const collision = makingOffer || signalingState !== 'stable';
  return polite || !collision;
}

/** The codecs, those first that every Chromium encodes cheaply; none is left out, so any two browsers meet. */
export function inOrder(codecs) {
  const rank = ({ mimeType }) => {
    const at = ['video/vp8', 'video/vp9'].indexOf(mimeType.toLowerCase());
    return at < 0 ? 2 : at;
  };
  return codecs.map((codec, at) => ({ codec, at })).sort((a, b) => rank(a.codec) - rank(b.codec) || a.at - b.at).map(({ codec }) => codec);
}
