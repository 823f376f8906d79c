// Opens one device for a try, and says in one word what came of it.

const STATES = { NotFoundError: 'missing', OverconstrainedError: 'missing', NotReadableError: 'busy', AbortError: 'busy', TrackStartError: 'busy' };
const PICTURE = { width: { ideal: 640 }, height: { ideal: 360 } };

/** What to ask the browser for: this device and no other, or any. */
function wish(kind, id) {
  const liked = id ? { deviceId: { exact: id } } : {};
  return kind === 'microphone' ? { audio: { ...liked } } : { video: { ...PICTURE, ...(id ? liked : { facingMode: 'user' }) } };
}

/**
 * `{state, stream?}`; `state` is `ok`, `denied`, `system` (the machine itself forbids it), `missing`, `busy` or `insecure`.
 * A device that one liked and that is gone is replaced by any of its kind.
 */
export async function open(kind, id) {
  if (!navigator.mediaDevices?.getUserMedia) {
    return { state: window.isSecureContext ? 'missing' : 'insecure' };
  }
  try {
    return { state: 'ok', stream: await navigator.mediaDevices.getUserMedia(wish(kind, id)) };
  } catch (failure) {
    return id && failure.name === 'OverconstrainedError' ? open(kind, null) : { state: stateOf(failure) };
  }
}

function stateOf({ name, message }) {
  if (name === 'NotAllowedError' || name === 'SecurityError') {
    return /system/i.test(message) ? 'system' : 'denied';
  }
  return STATES[name] ?? 'busy';
}

/** Lets go of it. */
export function release(stream) {
  stream?.getTracks().forEach((track) => track.stop());
}
