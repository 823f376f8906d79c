// Runs in every page and frame before its own scripts. Chromium inside the console captures the whole screen with
// no picker and no question, so each capture asks the console first, which says yes once after the user did.
(() => {
  'use strict';
  if (!globalThis.MediaDevices) {
    return;
  }
  const refusal = () => new DOMException('The console did not start this', 'NotAllowedError');
  const mayI = () =>
    new Promise((resolve, reject) => {
      if (typeof window.optimaHost !== 'function') {
        reject(refusal());
        return;
      }
      window.optimaHost({
        request: '{"type":"screen_may_i"}',
        onSuccess: () => resolve(),
        onFailure: () => reject(refusal()),
      });
    });
  const fix = (target, name, value) =>
    Object.defineProperty(target, name, {value, configurable: false, enumerable: true, writable: false});

  const display = MediaDevices.prototype.getDisplayMedia;
  if (display) {
    fix(MediaDevices.prototype, 'getDisplayMedia', async function getDisplayMedia(constraints) {
      await mayI();
      return display.call(this, constraints);
    });
  }

  // The old way to the screen: a "camera" whose source is the screen.
  const wantsScreen = (constraints) => {
    try {
      return JSON.stringify(constraints ?? {}).includes('chromeMediaSource');
    } catch {
      return true;
    }
  };
  const camera = MediaDevices.prototype.getUserMedia;
  fix(MediaDevices.prototype, 'getUserMedia', async function getUserMedia(constraints) {
    if (wantsScreen(constraints)) {
      throw refusal();
    }
    return camera.call(this, constraints);
  });
  for (const old of ['getUserMedia', 'webkitGetUserMedia']) {
    if (Navigator.prototype[old]) {
      fix(Navigator.prototype, old, (constraints, done, failed) => {
        navigator.mediaDevices.getUserMedia(constraints).then(done, failed);
      });
    }
  }
})();
