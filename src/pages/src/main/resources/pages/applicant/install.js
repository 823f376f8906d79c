// Offers to install the page as an app: a quiet button where the browser can do it, never a pop-up.

/** Events: `change`. */
export class Install extends EventTarget {
  #offer = null;

  constructor() {
    super();
    addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault(); // The browser's own bar would come unasked.
      this.#offer = event;
      this.dispatchEvent(new Event('change'));
    });
    addEventListener('appinstalled', () => this.#done());
  }

  get possible() {
    return this.#offer !== null;
  }

  /** Asks the browser's question; only ever on a click. */
  async ask() {
    const offer = this.#offer;
    await offer?.prompt();
    const choice = await offer?.userChoice;
    if (choice?.outcome === 'accepted') {
      this.#done();
    }
  }

  #done() {
    this.#offer = null;
    this.dispatchEvent(new Event('change'));
  }
}
