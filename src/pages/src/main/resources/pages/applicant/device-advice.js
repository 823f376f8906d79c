// What to do about a device that does not work: by what is wrong, and where the browser has its switch for it.
import { browser } from './browser.js';

const DENIED = { chromium: 'check.denied_chromium', firefox: 'check.denied_firefox', safari: 'check.denied_safari', ios: 'check.denied_ios', other: 'check.denied_other' };
const MISSING = { microphone: 'check.missing_microphone', camera: 'check.missing_camera' };

/** The keys of what is to be said, each once, for the states of microphone and camera. */
export function advice(states) {
  return [...new Set(Object.entries(states).map(([kind, state]) => sentence(kind, state)).filter(Boolean))];
}

function sentence(kind, state) {
  switch (state) {
    case 'denied':
      return DENIED[browser()];
    case 'system':
      return 'check.denied_system';
    case 'missing':
      return MISSING[kind];
    case 'busy':
      return 'check.busy_text';
    case 'insecure':
      return 'check.insecure_text';
    default:
      return null;
  }
}
