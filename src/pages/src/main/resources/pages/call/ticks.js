// Ticks that come in time though the tab is hidden: after five silent minutes a browser wakes the page's own timers once a minute only,
// those of a worker as ever.

/** Does something every so many milliseconds; gives what stops that. */
export function every(ms, act) {
  // Where no worker can be had, or one that never says a word (the console's Chromium has such), the page's timer is the clock.
  const timer = setInterval(act, ms);
  const worker = started();
  worker?.addEventListener(
    'message',
    () => {
      clearInterval(timer);
      worker.addEventListener('message', () => act());
    },
    { once: true },
  );
  worker?.postMessage(ms);
  return () => {
    worker?.terminate();
    clearInterval(timer);
  };
}

function started() {
  try {
    return new Worker(new URL('./ticks-worker.js', import.meta.url));
  } catch {
    return null;
  }
}
