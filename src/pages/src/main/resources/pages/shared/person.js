// A person as a round sign: initials on a colour that stays the same for the same name.
import { h } from './dom.js';
import { i18n } from './i18n.js';

const COLOURS = 5;

/** `Ayşe Nur Yılmaz` is `AY`. */
export function initials(name, locale) {
  const words = String(name ?? '').trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return letters.map((word) => [...word][0].toLocaleUpperCase(locale)).join('') || '?';
}

/** Which of the colours, by name: the same sum as in the console, so that a person has one colour everywhere. */
export function colour(name) {
  const text = String(name ?? '');
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) {
    hash = (Math.imul(31, hash) + text.charCodeAt(at)) | 0;
  }
  return ((hash % COLOURS) + COLOURS) % COLOURS;
}

export function avatar(name, size = '') {
  return h('span', { class: `av av-${colour(name)} ${size}`, 'aria-hidden': 'true' }, initials(name, i18n.locale));
}

/** `Elif` of `Elif Kaya`. */
export function firstName(name) {
  return String(name ?? '').trim().split(/\s+/)[0] ?? '';
}
