// A person as a round sign: initials on a colour that stays the same for the same person.
import { h } from './dom.js';
import { i18n } from './i18n.js';

const COLOURS = 5;

/** `Ayşe Nur Yılmaz` is `AY`. */
export function initials(name, locale) {
  const words = String(name ?? '').trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return letters.map((word) => [...word][0].toLocaleUpperCase(locale)).join('') || '?';
}

/** Which of the colours, by id. */
export function colour(id) {
  let hash = 0;
  for (const char of String(id ?? '')) {
    hash = (hash * 31 + char.codePointAt(0)) % 1_000_003;
  }
  return hash % COLOURS;
}

export function avatar(name, id, size = '') {
  return h('span', { class: `av av-${colour(id)} ${size}`, 'aria-hidden': 'true' }, initials(name, i18n.locale));
}

/** `Elif` of `Elif Kaya`. */
export function firstName(name) {
  return String(name ?? '').trim().split(/\s+/)[0] ?? '';
}
