// The page behind a link of a mail. What the link wishes is chosen when it opens; nothing is done before somebody presses a button.
import { h, translate } from '../shared/dom.js';
import { i18n, pick, t } from '../shared/i18n.js';
import { Problem, request } from '../shared/api.js';
import en from './messages-en.js';
import tr from './messages-tr.js';
import { loading, show, spoken, tell } from '../shared/frame.js';
import { isClosed, isOpen } from './life.js';
import { MeetingView } from './meeting-view.js';

const CLOCK = { now: () => Date.now() };
const token = /^\/m\/([^/]+)\/?$/.exec(location.pathname)?.[1] ?? '';
const path = `/api/meeting-links/${token}`;
const FORMS = new Set(['decline', 'move', 'cancel']); // As the buttons of the mail wish.
let view = null;

i18n.add(en, tr);
i18n.addEventListener('change', () => {
  translate(document);
  document.title = `${t('page.title')} · Optima`;
  view?.draw();
});
i18n.use(new URLSearchParams(location.search).get('lang') ?? navigator.language);

async function start() {
  loading();
  try {
    open(await request('GET', path));
  } catch (problem) {
    if (!(problem instanceof Problem)) {
      throw problem;
    }
    refuse(problem);
  }
}

function refuse({ code, passing }) {
  if (passing) {
    tell('unreachable', 'offline', 'page.unreachable', 'page.unreachable_text', h('button', { class: 'btn', testid: 'retry', t: 'page.retry', on: { click: start } }));
  } else if (code === 'invitation_expired' || code === 'invitation_used') {
    tell('expired', 'clock', 'page.expired', 'page.expired_text', myPage());
  } else {
    tell('unknown', 'alert', 'page.unknown', 'page.unknown_text', myPage());
  }
}

const myPage = (href = '/a') => h('a', { class: 'btn', testid: 'my-page', href, t: 'page.open' });

function open(info) {
  i18n.use(pick(info.language));
  document.title = `${t('page.title')} · Optima`;
  const { meeting } = info;
  const taken = ({ meeting: next }) => {
    door.asked = null;
    return settled(next);
  };
  const door = {
    ics: `${path}/calendar.ics`,
    answer: (body) => request('POST', `${path}/answer`, { body }).then(taken),
    cancel: (body) => request('POST', `${path}/cancel`, { body }).then(taken),
    asked: asksToAccept(meeting) ? 'accept' : null,
  };
  view = new MeetingView(meeting, door, CLOCK);
  setInterval(() => view.tick(), 1_000);
  const hello = spoken(h('p', { class: 'muted' }), () => t('page.hello', { organisation: info.organisation, name: info.applicant_name }));
  show(screenOf(meeting), h('h1', { class: 'sr-only', t: 'page.title' }), heading(meeting) ?? hello, view.element, sure(meeting),
    h('p', { class: 'muted small', t: 'page.open_text' }), myPage(meeting.meeting_link));
  const wish = location.hash.slice(1);
  if (FORMS.has(wish)) {
    view.form(wish);
  }
}

function settled(meeting) {
  document.querySelector('[data-testid="sure"]')?.remove();
  document.body.dataset.screen = screenOf(meeting);
  return meeting;
}

const screenOf = (meeting) => (meeting.status === 'cancelled' ? 'cancelled' : isClosed(meeting) ? 'over' : 'meeting');

function heading(meeting) {
  if (meeting.status === 'cancelled') {
    return h('div', {}, h('h2', { t: 'page.cancelled' }), h('p', { class: 'muted', t: 'page.cancelled_text' }));
  }
  return isClosed(meeting) ? h('div', {}, h('h2', { t: 'page.over' }), h('p', { class: 'muted', t: 'page.over_text' })) : null;
}

// `#accept`: what the button of the mail meant, to be pressed once more here.
function sure(meeting) {
  if (!asksToAccept(meeting)) {
    return null;
  }
  return h('div', { class: 'sure', testid: 'sure' }, h('p', { t: 'page.sure_accept' }),
    h('button', { class: 'btn ok big', type: 'button', testid: 'sure-accept', t: 'page.sure_accept_send', on: { click: () => view.answer({ answer: 'accepted' }) } }));
}

const asksToAccept = (meeting) => location.hash === '#accept' && meeting.answer !== 'accepted' && isOpen(meeting, CLOCK.now());

start();
