// The files that go with the next message: each with its progress, and a way to stop it or try it again.
import { fill, h } from '../shared/dom.js';
import { i18n, t } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { fileName } from './file-view.js';
import { fileSign, previewPath, sizeText } from './files.js';
import { fileRefusalKey } from './refusals.js';
import { Upload, withdraw } from './upload.js';

/** How many files one message takes. */
export const MOST_FILES = 10;
const AT_ONCE = 2;
const HOPELESS = new Set(['too_large', 'infected', 'unreadable', 'lost']);

/** Event: `change`. */
export class Tray extends EventTarget {
  #files = [];

  constructor(room) {
    super();
    this.room = room;
    this.element = h('ul', { class: 'tray', testid: 'tray', label: 'file.tray', hidden: true });
    i18n.addEventListener('change', () => this.#files.forEach((file) => this.#draw(file)));
    addEventListener('beforeunload', (event) => this.busy && event.preventDefault());
  }

  /** Takes files; gives back how many were too many. */
  add(files) {
    const room = MOST_FILES - this.#files.length;
    files.slice(0, room).forEach((file) => this.#take(new Upload(this.room, file)));
    this.#go();
    return Math.max(0, files.length - room);
  }

  #take(upload) {
    upload.picture = upload.file.type?.startsWith('image/') ? URL.createObjectURL(upload.file) : null;
    this.#put(upload);
    upload.addEventListener('change', () => {
      this.#draw(upload);
      this.dispatchEvent(new Event('change'));
      this.#go();
    });
  }

  /** What an earlier life of this page left: attachments that are there, and the names of files that were not sent to their end. */
  restore(attachments, lost) {
    attachments.forEach((attachment) => this.#put({ name: attachment.name, size: attachment.size, state: 'done', attachment, progress: 1, picture: attachment.media_type.startsWith('image/') && attachment.preview ? previewPath(attachment.attachment_id) : null }));
    lost.forEach((name) => this.#put({ name, size: 0, state: 'failed', code: 'lost', progress: 0, picture: null }));
  }

  #put(file) {
    file.element = h('li', { class: 'tray-file', testid: 'tray-file' });
    this.#files.push(file);
    this.element.append(file.element);
    this.#draw(file);
    this.element.hidden = false;
    this.dispatchEvent(new Event('change'));
  }

  #go() {
    const running = this.#files.filter((file) => file instanceof Upload && !file.over && file.state !== 'queued').length;
    const next = this.#files.filter((file) => file instanceof Upload && file.state === 'queued');
    next.slice(0, Math.max(0, AT_ONCE - running)).forEach((upload) => upload.run());
  }

  /** The connection is back. */
  hurry() {
    this.#files.forEach((file) => file.hurry?.());
  }

  get count() {
    return this.#files.length;
  }

  /** Something is on its way. */
  get busy() {
    return this.#files.some((file) => file.state !== 'done' && file.state !== 'failed');
  }

  get failed() {
    return this.#files.some((file) => file.state === 'failed');
  }

  get attachments() {
    return this.#files.filter((file) => file.state === 'done').map((file) => file.attachment);
  }

  get unfinished() {
    return this.#files.filter((file) => file.state !== 'done').map((file) => file.name);
  }

  /** They went with a message. */
  clear() {
    [...this.#files].forEach((file) => this.#forget(file));
  }

  #remove(file) {
    const at = this.#files.indexOf(file);
    if (file instanceof Upload) {
      file.cancel();
    } else if (file.attachment) {
      withdraw(file.attachment.attachment_id);
    }
    this.#forget(file);
    this.#go();
    const next = this.#files[Math.min(at, this.#files.length - 1)];
    (next?.element.querySelector('[data-testid=tray-remove]') ?? this.next)?.focus();
  }

  #forget(file) {
    if (file.picture?.startsWith('blob:')) {
      URL.revokeObjectURL(file.picture);
    }
    this.#files = this.#files.filter((one) => one !== file);
    file.element.remove();
    this.element.hidden = this.#files.length === 0;
    this.dispatchEvent(new Event('change'));
  }

  #draw(file) {
    const held = document.activeElement?.closest?.('.tray-file') === file.element ? document.activeElement.dataset.testid : null;
    file.element.dataset.state = file.state;
    fill(file.element,
      file.picture ? h('img', { class: 'tray-picture', src: file.picture, alt: '', width: 36, height: 36 }) : h('span', { class: 'tray-sign' }, icon(fileSign(file.file?.type ?? file.attachment?.media_type), 20)),
      h('span', { class: 'file-text' }, fileName(file.name), h('span', { class: `small ${file.state === 'failed' ? 'failed' : 'muted'}`, testid: 'tray-words' }, words(file))),
      file.state === 'failed' && !HOPELESS.has(file.code) ? h('button', { class: 'link small', type: 'button', testid: 'tray-retry', t: 'chat.retry', on: { click: () => file.run() } }) : null,
      h('button', { class: 'tool', type: 'button', testid: 'tray-remove', 'aria-label': t('file.remove', { name: file.name }), on: { click: () => this.#remove(file) } }, icon('close', 15)),
      bar(file));
    if (held !== null) {
      (file.element.querySelector(`[data-testid=${held}]`) ?? file.element.querySelector('button'))?.focus();
    }
  }
}

function words(file) {
  switch (file.state) {
    case 'failed':
      return t(fileRefusalKey(file.code));
    case 'waiting':
      return t('chat.waiting');
    case 'checking':
      return t('file.checking');
    case 'done':
      return sizeText(file.size, i18n.locale);
    default:
      return t('file.progress', { done: sizeText(file.sent, i18n.locale), size: sizeText(file.size, i18n.locale) });
  }
}

function bar(file) {
  if (file.state === 'done' || file.state === 'failed') {
    return null;
  }
  return h('progress', { class: 'tray-bar', max: 100, value: Math.round(file.progress * 100), 'aria-label': t('file.uploading', { name: file.name }) });
}
