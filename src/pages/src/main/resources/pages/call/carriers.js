// Which code carries a call: only that of its provider is loaded.
import { Backoff } from '../shared/backoff.js';

const KINDS = {
  direct: async () => (await import('./direct.js')).DirectCarrier,
  jitsi: async () => (await import('./jitsi.js')).JitsiCarrier,
  jaas: async () => (await import('./jitsi.js')).JitsiCarrier,
  link: async () => (await import('./link.js')).LinkCarrier,
};

/**
 * The class for a provider; while the server is away, again and again.
 *
 * @param waiting is told that it takes longer
 */
export async function carrierOf(provider, waiting) {
  const backoff = new Backoff({ first: 500, most: 4_000 });
  for (;;) {
    try {
      return await (KINDS[provider] ?? KINDS.direct)();
    } catch (failure) {
      if (!(failure instanceof TypeError)) {
        throw failure;
      }
      waiting();
      await new Promise((resolve) => setTimeout(resolve, backoff.next()));
    }
  }
}
