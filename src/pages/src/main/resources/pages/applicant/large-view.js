// A picture, or the first page of a document, as large as there is room for it, with the way to the file itself.
import { h } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { contentPath, previewPath } from './files.js';
import { fileFacts, fileName } from './file-view.js';

/** Opens over everything; Escape, the button or a click beside it closes, and the focus goes back. */
export function openLarge(attachment) {
  const { attachment_id: id, name, preview } = attachment;
  const close = h('button', { class: 'btn icon-only', type: 'button', label: 'home.dismiss', testid: 'large-close', on: { click: () => dialog.close() } }, icon('close', 18));
  const dialog = h('dialog', { class: 'large dark', testid: 'large', 'aria-label': name },
    h('div', { class: 'large-bar' },
      h('span', { class: 'file-text grow' }, fileName(name), h('span', { class: 'small large-facts' }, fileFacts(attachment))),
      h('a', { class: 'btn', href: contentPath(id), download: name, testid: 'large-download' }, icon('download', 18), h('span', {}, t('file.download'))),
      close),
    h('div', { class: 'large-stage' }, h('img', { src: previewPath(id), alt: name, width: preview.width, height: preview.height })));
  dialog.addEventListener('click', ({ target }) => (target === dialog || target.className === 'large-stage') && dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
