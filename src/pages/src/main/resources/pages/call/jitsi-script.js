// Jitsi's own script, from the server that carries the call: once, and not for ever.

const WITHIN = 10_000;
const loading = new Map();

/**
 * The class that puts a room of that server into a frame.
 *
 * @throws Error if the server does not give it
 */
export function loadApi(url) {
  if (!loading.has(url)) {
    const attempt = load(url);
    attempt.catch(() => loading.delete(url));
    loading.set(url, attempt);
  }
  return loading.get(url);
}

function load(url) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const failed = (why) => {
      script.remove();
      reject(new Error(why));
    };
    const timer = setTimeout(() => failed('no answer'), WITHIN);
    script.onerror = () => {
      clearTimeout(timer);
      failed('not loaded');
    };
    script.onload = () => {
      clearTimeout(timer);
      if (typeof window.JitsiMeetExternalAPI === 'function') {
        resolve(window.JitsiMeetExternalAPI);
      } else {
        failed('no IFrame API in it');
      }
    };
    script.async = true;
    script.referrerPolicy = 'no-referrer';
    script.src = url;
    document.head.append(script);
  });
}
