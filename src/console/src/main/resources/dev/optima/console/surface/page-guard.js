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
  const { apply, get, ownKeys } = Reflect;
  const { create, defineProperty } = Object;
  const { isArray } = Array;
  const refusal = () => new Refusal('The console did not start this', 'NotAllowedError');
  const request = '{"type":"screen_may_i"}';
  const fix = (target, name, value) =>
    defineProperty(target, name, {value, configurable: false, enumerable: true, writable: false});

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

  // The old way to the screen: a "camera" whose source is the screen, said in one of these members. Chromium reads members that an
  // object inherits, too; what it is given inherits nothing, so that what was looked at is all there is.
  const ways = create(null, { mandatory: {}, optional: {}, chromeMediaSource: {}, chromeMediaSourceId: {} });
  const plain = (value) => {
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    const names = ownKeys(value);
    const only = isArray(value) ? [] : create(null);
    for (let i = 0; i < names.length; i++) {
      const name = names[i];
      if (name in ways) {
        throw refusal();
      }
      if (name !== 'length') {
        fix(only, name, plain(value[name]));
      }
    }
    return only;
  };
  const camera = MediaDevices.prototype.getUserMedia;
  const byCamera = function getUserMedia(constraints) {
    return new Later((resolve, reject) => {
      // A getter may say something else the second time: it is asked once. What is thrown here refuses.
      const asked = constraints === undefined ? undefined : plain(copy(constraints));
      resolve(apply(camera, this, [asked]));
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
