// The page's side of the service worker: starts it, leaves it the words of its notifications, and hears what was pressed there.
import { i18n, t } from '../shared/i18n.js';
import { reminderWords } from './reminders.js';

const WORDS = 'optima-words';

/** Events: `answer` (detail: the id of the call whose notification was accepted), `meeting` (detail: the id of one that was pressed). */
export class WorkerLink extends EventTarget {
  #registration = null;
  #ringing;

  /** @param ringing says, given the id of a call, whether this page rings for it; may take its time */
  constructor(ringing) {
    super();
    this.#ringing = ringing;
  }

  /** There may be a worker here: not in a private window of every browser, and never without https. */
  get possible() {
    return 'serviceWorker' in navigator && window.isSecureContext;
  }

  /** The registration, or null. */
  get registration() {
    return this.#registration;
  }

  async start() {
    if (!this.possible) {
      return;
    }
    navigator.serviceWorker.addEventListener('message', (event) => this.#heard(event));
    i18n.addEventListener('change', () => leaveWords());
    leaveWords();
    try {
      await navigator.serviceWorker.register('/sw.js', { scope: '/a', updateViaCache: 'none' });
      this.#registration = await navigator.serviceWorker.ready;
      this.#registration.active.postMessage({ type: 'here' });
    } catch {
      this.#registration = null; // Blocked, or the server is away: the page works without, and tries again when it is loaded.
    }
  }

  /** Looks for a newer deployment. */
  async update() {
    try {
      await this.#registration?.update();
    } catch {
      document.body.dataset.worker = 'old'; // No matter: the next look finds it.
    }
  }

  async #heard({ data, ports }) {
    if (data?.type === 'answer') {
      this.dispatchEvent(new CustomEvent('answer', { detail: data.call_id }));
    } else if (data?.type === 'looking') {
      ports[0].postMessage(true);
    } else if (data?.type === 'meeting') {
      this.dispatchEvent(new CustomEvent('meeting', { detail: data.meeting_id }));
    } else if (data?.type === 'ringing') {
      ports[0].postMessage(await this.#ringing(data.call_id));
    }
  }
}

async function leaveWords() {
  const words = {
    language: i18n.language, calling: t('attention.calling', { name: '{name}' }), message: t('attention.message', { name: '{name}' }),
    missed: t('call.line.no_answer', { name: '{name}' }), missedNobody: t('attention.missed'), answered: t('attention.answered'), declined: t('attention.declined'),
    answer: t('attention.answer'), accept: t('ring.accept'), open: t('attention.open'), ...reminderWords(),
  };
  try {
    await (await caches.open(WORDS)).put('/words', new Response(JSON.stringify(words), { headers: { 'Content-Type': 'application/json' } }));
  } catch {
    document.body.dataset.storage = 'off'; // Then there is no worker either.
  }
}
