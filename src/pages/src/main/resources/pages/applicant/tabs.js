// Several tabs of one page: one of them sounds, and a tab that is looked at spares the others their notification.

const SOUND = 'optima.sound';
const ATTENDED = 'optima.attended';

export class Tabs {
  #release = null;
  #leave = null;

  constructor(locks = navigator.locks) {
    this.locks = locks;
    for (const [target, type] of [[document, 'visibilitychange'], [window, 'focus'], [window, 'blur']]) {
      target.addEventListener(type, () => this.#look());
    }
    this.#look();
  }

  /** Somebody looks at this tab. */
  get attended() {
    return document.visibilityState === 'visible' && document.hasFocus();
  }

  /** Somebody looks at another tab of this page. */
  async attendedElsewhere() {
    if (!this.locks || this.attended) {
      return false;
    }
    const { held } = await this.locks.query();
    return held.some((lock) => lock.name === ATTENDED);
  }

  // A shared lock is held as long as somebody looks here; it goes with the tab, however the tab goes.
  #look() {
    if (!this.attended) {
      this.#leave?.();
      this.#leave = null;
    } else if (this.locks && this.#leave === null) {
      const left = new Promise((leave) => {
        this.#leave = leave;
      });
      this.locks.request(ATTENDED, { mode: 'shared' }, () => left);
    }
  }

  /** Calls back once this is the tab that may sound; until `quiet`, no other does. */
  sound(begin) {
    if (!this.locks) {
      begin();
    } else if (this.#release === null) {
      let over = false;
      const quiet = new Promise((release) => {
        this.#release = () => {
          over = true;
          release();
        };
      });
      this.locks.request(SOUND, () => {
        if (!over) {
          begin();
        }
        return quiet;
      });
    }
  }

  /** Gives the sound to another tab. */
  quiet() {
    this.#release?.();
    this.#release = null;
  }
}
