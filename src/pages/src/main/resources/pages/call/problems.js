// What can go wrong in a call, what is said about it, and what one can do. Each has its words in the two tables.

/**
 * Each problem: its icon, its words, what the buttons do (`retry`, `go_on`, `close`), and its form: `wall` (there is no call behind it),
 * `card` (over the call, which goes on) or `strip` (one line at the top). Of those of a `provider` one gets away over the built-in one.
 */
export const PROBLEMS = {
  camera_denied: { form: 'card', icon: 'cameraOff', title: 'problem.camera_denied', text: 'problem.camera_denied_text', steps: 'problem.allow_steps', retry: 'problem.retry', goOn: 'problem.without_camera' },
  microphone_denied: { form: 'card', icon: 'micOff', title: 'problem.microphone_denied', text: 'problem.microphone_denied_text', steps: 'problem.allow_steps', retry: 'problem.retry', goOn: 'problem.without_microphone' },
  both_denied: { form: 'card', icon: 'lock', title: 'problem.both_denied', text: 'problem.both_denied_text', steps: 'problem.allow_steps', retry: 'problem.retry', goOn: 'problem.only_listen' },
  no_camera: { form: 'strip', icon: 'cameraOff', title: 'problem.no_camera', goOn: 'problem.dismiss' },
  no_microphone: { form: 'card', icon: 'micOff', title: 'problem.no_microphone', text: 'problem.no_microphone_text', retry: 'problem.retry', goOn: 'problem.without_microphone' },
  no_device: { form: 'card', icon: 'devices', title: 'problem.no_device', text: 'problem.no_device_text', retry: 'problem.retry', goOn: 'problem.only_listen' },
  device_busy: { form: 'card', icon: 'alert', title: 'problem.device_busy', text: 'problem.device_busy_text', retry: 'problem.retry', goOn: 'problem.without_it' },
  socket_lost: { form: 'strip', icon: 'offline', title: 'problem.socket_lost' },
  ice_failed: { form: 'card', icon: 'offline', title: 'problem.ice_failed', text: 'problem.ice_failed_text', steps: 'problem.ice_steps', retry: 'problem.retry', goOn: 'problem.wait' },
  screen_failed: { form: 'strip', icon: 'screenOff', title: 'problem.screen_failed', goOn: 'problem.dismiss' },
  no_fallback: { form: 'strip', icon: 'alert', title: 'problem.no_fallback', goOn: 'problem.dismiss' },
  provider_down: { form: 'wall', provider: true, icon: 'offline', title: 'problem.provider_down', text: 'problem.provider_down_text', retry: 'problem.retry', close: true },
  provider_blocked: { form: 'wall', provider: true, icon: 'lock', title: 'problem.provider_blocked', text: 'problem.provider_blocked_text', retry: 'problem.retry', close: true },
  provider_refused: { form: 'wall', provider: true, icon: 'lock', title: 'problem.provider_refused', text: 'problem.provider_refused_text', retry: 'problem.retry', close: true },
  provider_login: { form: 'wall', provider: true, icon: 'lock', title: 'problem.provider_login', text: 'problem.provider_login_text', retry: 'problem.retry', close: true },
  provider_full: { form: 'wall', provider: true, icon: 'users', title: 'problem.room_full', text: 'problem.room_full_text', retry: 'problem.retry', close: true },
  not_admitted: { form: 'wall', icon: 'users', title: 'problem.not_admitted', text: 'problem.not_admitted_text', retry: 'problem.knock_again', close: true },
  not_allowed: { form: 'strip', icon: 'lock', title: 'problem.not_allowed', goOn: 'problem.dismiss' },
  kicked: { form: 'wall', icon: 'hangUp', title: 'problem.kicked', text: 'problem.kicked_text', retry: 'problem.join_again', close: true },
  insecure_origin: { form: 'wall', icon: 'lock', title: 'problem.insecure_origin', text: 'problem.insecure_origin_text', close: true },
  too_old: { form: 'wall', icon: 'alert', title: 'problem.too_old', text: 'problem.too_old_text', close: true },
  room_full: { form: 'wall', icon: 'users', title: 'problem.room_full', text: 'problem.room_full_text', retry: 'problem.retry', close: true },
  elsewhere: { form: 'wall', icon: 'swap', title: 'problem.elsewhere', text: 'problem.elsewhere_text', retry: 'problem.take_over', close: true },
  not_yours: { form: 'wall', icon: 'lock', title: 'problem.not_yours', text: 'problem.not_yours_text', close: true },
  call_over: { form: 'wall', icon: 'phone', title: 'problem.call_over', text: 'problem.call_over_text', close: true },
};

/** Why one may not enter, by the backend's code. */
export const REFUSALS = { stale: 'call_over', not_found: 'not_yours', forbidden: 'not_yours', unauthenticated: 'not_yours', full: 'room_full' };

/** What is wrong with a camera or a microphone. */
export const DEVICE_PROBLEMS = ['camera_denied', 'microphone_denied', 'both_denied', 'no_camera', 'no_microphone', 'no_device', 'device_busy'];

/** One code for what is wrong with both devices, from the code of each; null if nothing is. */
export function devicesProblem({ audio, video }) {
  if (audio === null && video === null) {
    return null;
  }
  if (audio === 'microphone_denied' && video === 'camera_denied') {
    return 'both_denied';
  }
  if (audio === 'no_device' && video === 'no_device') {
    return 'no_device';
  }
  // A microphone matters more than a camera.
  const worst = audio ?? video;
  if (worst !== 'no_device') {
    return worst;
  }
  return audio === 'no_device' ? 'no_microphone' : 'no_camera';
}

/** The codes that the console knows. */
export function bridgeCode(code) {
  return { both_denied: 'camera_denied', no_camera: 'no_device', no_microphone: 'no_device', not_yours: 'call_over', too_old: 'insecure_origin', not_admitted: 'provider_refused' }[code] ?? code;
}

/** What is missing here before anything can start; null if nothing is. */
export function unfit(window) {
  if (!window.RTCPeerConnection || !window.WebSocket || !window.RTCRtpSender?.prototype.replaceTrack) {
    return 'too_old';
  }
  return window.isSecureContext && window.navigator.mediaDevices?.getUserMedia ? null : 'insecure_origin';
}
