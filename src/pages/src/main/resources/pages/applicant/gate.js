// The screens in front of the page: the invitation, and what to do when a link does not open.
import { h, translate } from '../shared/dom.js';
import { LANGUAGES, i18n, t } from '../shared/i18n.js';
import { brand } from '../shared/brand.js';
import { icon } from '../shared/icons.js';
import { avatar } from '../shared/person.js';

export function loading() {
  return frame('loading', h('div', { class: 'spinner' }), h('p', { class: 'muted', t: 'gate.loading' }));
}

/** Who invites; the link is used only when the button is pressed. */
export function invited(info, redeem) {
  const problem = h('p', { class: 'gate-problem', role: 'alert', hidden: true, t: 'gate.redeem_failed' });
  const button = h('button', { class: 'btn primary big', testid: 'redeem', t: 'gate.enter', on: { click: press } });
  async function press() {
    button.disabled = true;
    problem.hidden = true;
    try {
      await redeem();
    } catch {
      problem.hidden = false;
      button.disabled = false;
    }
  }
  const text = () => [
    h('h1', { testid: 'inviter' }, t('gate.invites', { name: info.inviter_name })),
    h('p', {}, t('gate.hello', { name: info.applicant_name, organisation: info.organisation })),
  ];
  const words = h('div', { class: 'gate-words' }, text());
  i18n.addEventListener('change', () => words.replaceChildren(...text()));
  return frame('invited', avatar(info.inviter_name, 'large'), words,
    h('ul', { class: 'gate-list' },
      h('li', {}, icon('phone'), h('span', { t: 'gate.can_ring' })),
      h('li', {}, icon('chat'), h('span', { t: 'gate.can_write' })),
      h('li', {}, icon('lock'), h('span', { t: 'gate.camera_later' }))),
    button, problem, h('p', { class: 'muted small', t: 'gate.once' }));
}

const REFUSED = {
  expired: { icon: 'clock', title: 'gate.expired', text: 'gate.expired_text' },
  used: { icon: 'link', title: 'gate.used', text: 'gate.used_text' },
  unknown: { icon: 'alert', title: 'gate.unknown', text: 'gate.unknown_text' },
};

export function refused(why) {
  const { icon: sign, title, text } = REFUSED[why];
  return frame(why, badge(sign), h('h1', { t: title }), h('p', { class: 'muted', t: text }));
}

export function signedOut() {
  return frame('signed_out', badge('lock'), h('h1', { t: 'gate.signed_out' }), h('p', { class: 'muted', t: 'gate.signed_out_text' }));
}

export function unreachable(again) {
  return frame('offline_start', badge('offline'), h('h1', { t: 'gate.unreachable' }), h('p', { class: 'muted', t: 'gate.unreachable_text' }),
    h('button', { class: 'btn', testid: 'retry', t: 'gate.retry', on: { click: again } }));
}

function badge(sign) {
  return h('div', { class: 'gate-badge' }, icon(sign, 34));
}

function frame(screen, ...content) {
  return h('div', { class: 'gate' },
    h('header', { class: 'bar' }, brand(), h('span', { class: 'grow' }), languages((language) => i18n.use(language))),
    h('main', { class: 'card gate-card', data: { gate: screen } }, content));
}

/** The switch between the languages. */
export function languages(choose) {
  const names = { en: 'English', tr: 'Türkçe' };
  const group = h('div', { class: 'languages', role: 'group', label: 'home.language' },
    LANGUAGES.map((language) => h('button', { class: 'language', lang: language, 'aria-label': names[language], title: names[language], testid: `language-${language}`, data: { language }, on: { click: () => choose(language) } }, language.toUpperCase())));
  const mark = () => group.querySelectorAll('button').forEach((b) => b.setAttribute('aria-pressed', String(b.dataset.language === i18n.language)));
  i18n.addEventListener('change', mark);
  mark();
  translate(group);
  return group;
}
