// What stands around the two pages that need no account: the product's sign, the switch of languages, one card.
import { h, translate } from './dom.js';
import { LANGUAGES, i18n } from './i18n.js';
import { brand } from './brand.js';
import { icon } from './icons.js';

const NAMES = { en: 'English', tr: 'Türkçe' };

/** Puts a screen on the page; its name is on the body, for tests and for styles. */
export function show(screen, ...content) {
  document.body.dataset.screen = screen;
  const app = document.getElementById('app');
  app.replaceChildren(h('div', { class: 'gate' },
    h('header', { class: 'bar' }, brand(), h('span', { class: 'grow' }), languages()),
    h('main', { class: 'card single-card', data: { gate: screen } }, content)));
  translate(app);
}

/** A screen that only says something. */
export function tell(screen, sign, title, text, ...more) {
  show(screen, h('div', { class: 'gate-badge' }, icon(sign, 34)), h('h1', { t: title }), h('p', { class: 'muted', t: text }), ...more);
}

export function loading() {
  show('loading', h('div', { class: 'spinner' }), h('p', { class: 'muted', t: 'page.loading' }));
}

/** Words that are made of values, again after a change of language. */
export function spoken(el, words) {
  const say = () => {
    el.textContent = words();
  };
  i18n.addEventListener('change', say);
  say();
  return el;
}

function languages() {
  const group = h('div', { class: 'languages', role: 'group', label: 'page.language' },
    LANGUAGES.map((language) => h('button', { class: 'language', lang: language, 'aria-label': NAMES[language], title: NAMES[language], testid: `language-${language}`, data: { language }, on: { click: () => i18n.use(language) } }, language.toUpperCase())));
  const mark = () => group.querySelectorAll('button').forEach((b) => b.setAttribute('aria-pressed', String(b.dataset.language === i18n.language)));
  i18n.addEventListener('change', mark);
  mark();
  return group;
}
