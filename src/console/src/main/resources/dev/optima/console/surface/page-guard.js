// Runs in every page and frame before its own scripts. Chromium inside the console captures the whole screen with
// no picker and no question, so each capture asks the console first, which says yes once after the user did. A frame
// may hold a page of somebody else's: what decides here is taken before that page can change it.
(() => {
  'use strict';
  if (!globalThis.MediaDevices) {
    return;
  }
  const host = window.optimaHost;
  const { Promise: Later, DOMException: Refusal, structuredClone: copy } = globalThis;
  const { apply, get } = Reflect;
  const { stringify } = JSON;
  const { includes } = String.prototype;
  const refusal = () => new Refusal('The console did not start this', 'NotAllowedError');
  const request = '{"type":"screen_may_i"}';
  const fix = (target, name, value) =>
    Object.defineProperty(target, name, {value, configurable: false, enumerable: true, writable: false});

  const display = MediaDevices.prototype.getDisplayMedia;
  if (display) {
    fix(MediaDevices.prototype, 'getDisplayMedia', function getDisplayMedia(constraints) {
      return new Later((resolve, reject) => {
        if (typeof host !== 'function') {
          reject(refusal());
          return;
        }
        host({
          request,
          onSuccess: () => resolve(apply(display, this, [constraints])),
          onFailure: () => reject(refusal()),
        });
      });
    });
  }

  // The old way to the screen: a "camera" whose source is the screen.
  const wantsScreen = (constraints) =>
    apply(includes, stringify(constraints) ?? '', ['chromeMediaSource']) || 'mandatory' in {} || 'optional' in {};
  const camera = MediaDevices.prototype.getUserMedia;
  const byCamera = function getUserMedia(constraints) {
    return new Later((resolve, reject) => {
      // What is asked for must be what was looked at: a getter may say something else the second time.
      const asked = constraints === undefined ? undefined : copy(constraints);
      if (wantsScreen(asked)) {
        reject(refusal());
      } else {
        resolve(apply(camera, this, [asked]));
      }
    });
  };
  fix(MediaDevices.prototype, 'getUserMedia', byCamera);
  const devices = () => get(navigator, 'mediaDevices');
  for (const old of ['getUserMedia', 'webkitGetUserMedia']) {
    if (Navigator.prototype[old]) {
      fix(Navigator.prototype, old, (constraints, done, failed) => {
        apply(byCamera, devices(), [constraints]).then(done, failed);
      });
    }
  }
})();
