// One message: who, the quoted original, the text, its files, when and how far, and what others gave it.
import { h } from '../shared/dom.js';
import { i18n, t } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { avatar } from '../shared/person.js';
import { clock as clockTime } from '../shared/time.js';
import { fileView } from './file-view.js';
import { pieces } from './links.js';
import { refusalKey } from './refusals.js';

/** @param act `open(attachment)`, `react(item, emoji)`, `jump(seq)`, `retry(key)`, `discard(key)` */
export function messageView(item, act) {
  const data = { seq: item.seq ?? '', own: String(item.own), status: item.status === 'waiting' ? 'pending' : item.status ?? '', deleted: String(item.deleted ?? false) };
  return h('div', { class: `m ${item.own ? 'me' : ''} ${item.follows ? 'follows' : ''}`, testid: 'message', role: 'article', tabindex: '-1', data },
    item.own ? null : avatar(item.sender_name),
    h('div', { class: 'bub' }, who(item), item.quote ? quoteView(item.quote, act) : null, body(item), files(item, act), foot(item, act), given(item, act)));
}

function who(item) {
  if (item.own) {
    return h('span', { class: 'sr-only', t: 'chat.you' });
  }
  return h('div', { class: item.follows ? 'sr-only' : 'who small muted' }, item.sender_name);
}

function body(item) {
  if (item.deleted) {
    return h('em', { class: 'muted', t: item.own ? 'chat.deleted_by_me' : 'chat.deleted' });
  }
  return item.body === '' ? null : h('div', { class: 'body', dir: 'auto' }, withLinks(item.body));
}

function withLinks(text) {
  return pieces(text).map((p) => (p.href ? h('a', { href: p.href, target: '_blank', rel: 'noopener noreferrer' }, p.text) : p.text));
}

function files(item, act) {
  return item.attachments?.length > 0 ? h('div', { class: 'files' }, item.attachments.map((attachment) => fileView(attachment, act.open))) : null;
}

/** The original of a reply; a click goes there. */
export function quoteView(quote, act) {
  const lost = quote.state !== 'here';
  const name = quote.own ? t('chat.you') : quote.name ?? '';
  return h('button', { class: 'quote', type: 'button', testid: 'quote', disabled: quote.state === 'gone' || quote.state === 'unknown', data: { state: quote.state }, on: { click: () => act.jump(quote.seq) } },
    name === '' ? null : h('b', { class: 'quote-name' }, name),
    h('span', { class: `quote-text ${lost ? 'muted' : ''}`, dir: 'auto' }, quoteText(quote)));
}

/** What a quote says in one line. */
export function quoteText(quote) {
  switch (quote.state) {
    case 'deleted':
      return t('chat.deleted');
    case 'gone':
      return t('chat.quote_gone');
    case 'unknown':
      return '…';
    default:
      return quote.body || quote.file || t('chat.quote_event');
  }
}

function foot(item, act) {
  if (item.status === 'failed') {
    return h('div', { class: 'foot failed' }, icon('alert', 14), h('span', { t: refusalKey(item.code) }),
      h('button', { class: 'link', type: 'button', t: 'chat.retry', testid: 'retry', on: { click: () => act.retry(item.key) } }),
      h('button', { class: 'link', type: 'button', t: 'chat.discard', testid: 'discard', on: { click: () => act.discard(item.key) } }));
  }
  const time = h('time', { class: 'nums', datetime: item.sent_at }, clockTime(item.sent_at, i18n.locale));
  const edited = item.edited_at ? h('span', { t: 'chat.edited', testid: 'edited', title: t('chat.edited_at', { time: clockTime(item.edited_at, i18n.locale) }) }) : null;
  return h('div', { class: 'foot muted' }, edited, time, item.own && !item.deleted ? mark(item.changing ? 'pending' : item.status) : null);
}

const MARKS = {
  pending: ['clock', 'chat.pending'],
  waiting: ['clock', 'chat.waiting'],
  sent: ['check', 'chat.sent'],
  delivered: ['checks', 'chat.delivered'],
  read: ['checks', 'chat.read'],
};
const SPOKEN = new Set(['read', 'waiting']);

function mark(status) {
  const [sign, key] = MARKS[status] ?? MARKS.sent;
  return h('span', { class: `mark ${status}` }, icon(sign, 15), h('span', { class: SPOKEN.has(status) ? '' : 'sr-only', t: key }));
}

function given(item, act) {
  if (item.reactions.length === 0) {
    return null;
  }
  return h('div', { class: 'given' }, item.reactions.map((one) => reaction(item, one, act)));
}

// A press gives the same or takes back one's own; who gave it is shown beside it on hover and focus.
function reaction(item, one, act) {
  const names = [...(one.mine ? [t('chat.you')] : []), ...one.names.map((name) => name || t('chat.somebody'))].join(', ');
  return h('button', { class: 'reaction', type: 'button', testid: 'reaction', 'aria-pressed': String(one.mine), 'aria-label': `${one.emoji} ${names}`, data: { emoji: one.emoji }, on: { click: () => act.react(item, one.emoji) } },
    h('span', {}, one.emoji), h('span', { class: 'nums' }, String(one.count)), h('span', { class: 'tip', 'aria-hidden': 'true' }, names));
}
