// Ticks that come in time though the tab is hidden: after five silent minutes a browser wakes the page's own timers once a minute only,
// those of a worker as ever.

/** Does something every so many milliseconds; gives what stops that. */
export function every(ms, act) {
  let timer = 0;
  let over = false;
  const byPage = () => {
    timer ||= over ? 0 : setInterval(act, ms);
  };
  const worker = started(byPage);
  worker?.addEventListener('message', () => act());
  worker?.postMessage(ms);
  return () => {
    over = true;
    worker?.terminate();
    clearInterval(timer);
  };
}

// Where no worker can be had, the page's timers are better than nothing.
function started(otherwise) {
  try {
    const worker = new Worker(new URL('./ticks-worker.js', import.meta.url));
    worker.addEventListener('error', otherwise);
    return worker;
  } catch {
    otherwise();
    return null;
  }
}
