// Files in a message: pictures with their space kept free, first pages of documents, and cards for everything else.
import { h } from '../shared/dom.js';
import { i18n, t } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { contentPath, fileSign, nameParts, previewPath, sizeText } from './files.js';

const WIDEST = 320;
const HIGHEST = 300;

/** @param open shows an attachment large */
export function fileView(attachment, open) {
  const { media_type: type, preview } = attachment;
  if (preview && type.startsWith('image/')) {
    return picture(attachment, open, 'picture');
  }
  return h('div', { class: 'file-block' }, preview ? picture(attachment, open, 'picture first-page') : null, card(attachment));
}

/** A name that is cut in its middle. Either direction of writing stays within it. */
export function fileName(name) {
  const { stem, ending } = nameParts(name);
  return h('span', { class: 'file-name', title: name }, h('bdi', { class: 'file-stem', dir: 'auto' }, stem), ending === '' ? null : h('bdi', { class: 'file-ending', dir: 'ltr' }, ending));
}

/** What is known of it: size, pages, whether it was checked. */
export function fileFacts({ size, pages, checked }) {
  const facts = [sizeText(size, i18n.locale)];
  if (pages) {
    facts.push(t(pages === 1 ? 'file.page' : 'file.pages', { count: pages }));
  }
  if (checked) {
    facts.push(t('file.checked'));
  }
  return facts.join(' · ');
}

function picture(attachment, open, kind) {
  const { attachment_id: id, name, preview } = attachment;
  const scale = Math.min(1, WIDEST / preview.width, HIGHEST / preview.height);
  const size = { width: Math.max(1, Math.round(preview.width * scale)), height: Math.max(1, Math.round(preview.height * scale)) };
  const img = h('img', { src: previewPath(id), alt: '', ...size, decoding: 'async', draggable: 'false' });
  const button = h('button', { class: kind, type: 'button', testid: 'picture', 'aria-label': t('file.open', { name }), title: name, on: { click: () => open(attachment) } }, img);
  img.addEventListener('error', () => button.replaceChildren(h('span', { class: 'picture-broken muted', t: 'file.no_preview' })));
  return button;
}

function card(attachment) {
  const { attachment_id: id, name, media_type: type, checked } = attachment;
  return h('div', { class: 'file-card', testid: 'file', data: { checked: String(checked) } },
    icon(fileSign(type), 22),
    h('span', { class: 'file-text' }, fileName(name), h('span', { class: 'small muted' }, fileFacts(attachment))),
    h('a', { class: 'btn quiet icon-only', href: contentPath(id), download: name, 'aria-label': t('file.download_name', { name }), title: t('file.download'), testid: 'download' }, icon('download', 18)));
}
