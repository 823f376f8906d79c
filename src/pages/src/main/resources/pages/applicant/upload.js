// One file on its way to the server, in pieces: after a break it asks how far it came and goes on from there.
import { Problem, problemOf, request } from '../shared/api.js';
import { Backoff } from '../shared/backoff.js';

const PIECE_WITHIN = 120_000;
const MOST_TRIES = 6;

/** Event: `change`. `state` is `queued`, `running`, `waiting` (for the connection), `checking`, `done`, `failed` (with a `code`) or `cancelled`. */
export class Upload extends EventTarget {
  state = 'queued';
  code = null;
  sent = 0;
  attachment = null;
  #id = null;
  #piece = null;
  #wake = () => {};

  /** @param room its room's id */
  constructor(room, file) {
    super();
    this.path = `/api/rooms/${encodeURIComponent(room)}/attachments`;
    this.file = file;
    this.name = file.name;
    this.size = file.size;
  }

  /** From 0 to 1. */
  get progress() {
    return this.size === 0 ? 0 : Math.min(1, this.sent / this.size);
  }

  get over() {
    return this.state === 'done' || this.state === 'failed' || this.state === 'cancelled';
  }

  /** Sends it to its end: done, failed or cancelled. */
  async run() {
    const backoff = new Backoff({ first: 1_000, most: 10_000 });
    let tries = 0;
    this.code = null;
    this.#become('running');
    while (!this.over) {
      const before = this.sent;
      try {
        await this.#send();
      } catch (problem) {
        tries = this.sent > before || problem.status === 0 ? 0 : tries + 1;
        this.#failed(problem, tries);
        if (this.state === 'waiting') {
          await this.#pause(backoff.next());
        }
      }
    }
  }

  async #send() {
    let there = await (this.#id === null ? this.#begin() : request('GET', this.#own));
    while (!there.attachment && this.state !== 'cancelled') {
      this.sent = there.offset;
      this.#become('running');
      there = await this.#next(there);
    }
    if (this.state !== 'cancelled') {
      this.sent = this.size;
      this.attachment = there.attachment;
      this.#become('done');
    }
  }

  async #begin() {
    const there = await request('POST', this.path, { body: { name: this.name, size: this.size } });
    this.#id = there.attachment_id;
    if (this.state === 'cancelled') {
      this.#withdraw();
    }
    return there;
  }

  get #own() {
    return `/api/attachments/${encodeURIComponent(this.#id)}`;
  }

  async #next({ offset, max_chunk: most }) {
    const end = Math.min(this.size, offset + most);
    const bytes = await bytesOf(this.file, offset, end);
    return new Promise((resolve, reject) => {
      const piece = new XMLHttpRequest();
      this.#piece = piece;
      piece.open('PATCH', this.#own);
      piece.timeout = PIECE_WITHIN;
      piece.setRequestHeader('Content-Type', 'application/octet-stream');
      piece.setRequestHeader('Upload-Offset', String(offset));
      piece.upload.onprogress = ({ loaded }) => this.#went(Math.min(end, offset + loaded));
      piece.onload = () => (piece.status < 300 ? resolve(JSON.parse(piece.responseText)) : reject(problemOf(piece.status, piece.responseText)));
      piece.onerror = piece.ontimeout = piece.onabort = () => reject(new Problem(0, 'unreachable'));
      piece.send(bytes);
    });
  }

  #went(sent) {
    this.sent = sent;
    this.#become(sent === this.size ? 'checking' : 'running');
  }

  // What passes is waited for; a place that was lost is asked for; anything else is for the person to know.
  #failed(problem, tries) {
    if (this.state === 'cancelled') {
      return;
    }
    if (!(problem instanceof Problem)) {
      throw problem;
    }
    if (problem.status === 404 && this.#id !== null && tries < MOST_TRIES) {
      this.#id = null;
    } else if (!(problem.code === 'stale' || problem.passing) || tries >= MOST_TRIES) {
      this.code = problem.code;
      this.#become('failed');
      return;
    }
    this.#become('waiting');
  }

  #pause(ms) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** The connection is back. */
  hurry() {
    this.#wake();
  }

  cancel() {
    this.#become('cancelled');
    this.#piece?.abort();
    this.#wake();
    if (this.#id !== null) {
      this.#withdraw();
    }
  }

  // An upload that belongs to no message is cleaned up by the server sooner or later, so a refusal here is no harm.
  #withdraw() {
    request('DELETE', this.#own).catch((problem) => {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
    });
  }

  #become(state) {
    if (this.state !== 'cancelled') {
      this.state = state;
      this.dispatchEvent(new Event('change'));
    }
  }
}

/** Takes back an upload of an earlier life of this page. */
export function withdraw(attachmentId) {
  return request('DELETE', `/api/attachments/${encodeURIComponent(attachmentId)}`).catch((problem) => {
    if (!(problem instanceof Problem)) {
      throw problem;
    }
  });
}

async function bytesOf(file, from, to) {
  try {
    return await file.slice(from, to).arrayBuffer();
  } catch {
    throw new Problem(400, 'unreadable'); // Moved, changed, or a folder.
  }
}
