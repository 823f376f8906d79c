// The page behind a booking link: somebody without an account picks one of the offered times. A time is held for ten minutes
// while they make up their mind, but not again and again; the backend says what is free, and of two who press at once one has it.
import { announce, fill, h, translate } from '../shared/dom.js';
import { i18n, pick, t } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { Problem, request } from '../shared/api.js';
import { ServerClock } from '../shared/server-clock.js';
import { length, secondsUntil } from '../shared/time.js';
import { here, hours, longDay, zoneName } from '../meeting/when.js';
import { loading, show, spoken, tell } from '../shared/frame.js';
import en from './messages-en.js';
import tr from './messages-tr.js';
import { Picker } from './picker.js';

const FRESH = 60_000;
const code = /^\/b\/([^/]+)\/?$/.exec(location.pathname)?.[1] ?? '';
const path = `/api/booking-links/${code}`;
const clock = new ServerClock();
let offer = null;
let loose = null; // chosen, but not held: it was held for long enough
let picker = null;
let screen = null;

i18n.add(en, tr);
i18n.addEventListener('change', () => {
  translate(document);
  document.title = `${t('booking.title')} · Optima`;
  picker?.draw();
  screen?.draw();
});
i18n.use(new URLSearchParams(location.search).get('lang') ?? navigator.language);

async function start() {
  loading();
  await tried(async () => {
    offer = await request('GET', path);
    i18n.use(pick(offer.language));
    document.title = `${t('booking.title')} · Optima`;
    enter();
  });
}

async function tried(run) {
  try {
    await run();
  } catch (problem) {
    if (!(problem instanceof Problem)) {
      throw problem;
    }
    refuse(problem);
  }
}

const ENDS = {
  invitation_expired: ['expired', 'clock', 'booking.expired', 'booking.expired_text'],
  forbidden: ['revoked', 'lock', 'booking.revoked', 'booking.revoked_text'],
  not_found: ['unknown', 'alert', 'booking.unknown', 'booking.unknown_text'],
};

function refuse(problem) {
  screen = null;
  if (problem.passing) {
    tell('unreachable', 'offline', 'page.unreachable', 'page.unreachable_text', h('button', { class: 'btn', testid: 'retry', t: 'page.retry', on: { click: start } }));
  } else {
    tell(...(ENDS[problem.code] ?? ENDS.not_found));
  }
}

function enter() {
  if (offer.booked) {
    done();
  } else if (offer.slots.length === 0) {
    screen = null;
    tell('none_left', 'calendar', 'booking.none_left', 'booking.none_left_text', h('button', { class: 'btn', testid: 'retry', t: 'booking.look_again', on: { click: start } }));
  } else {
    choosing();
  }
}

function head() {
  const names = () => t('booking.with', { names: new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(offer.interviewers), minutes: offer.duration_minutes });
  return h('div', { class: 'booking-head' },
    spoken(h('p', { class: 'muted' }), () => t('booking.hello', { name: offer.applicant_name, organisation: offer.organisation })),
    h('h1', {}, offer.title), spoken(h('p', { class: 'muted row wrap' }), names),
    offer.description ? h('p', { class: 'meeting-text' }, offer.description) : null);
}

function choosing() {
  picker = new Picker(picker?.zone ?? here(), offer.time_zone);
  picker.addEventListener('pick', ({ detail }) => hold(detail));
  screen = new Hold();
  picker.addEventListener('zone', () => screen.draw());
  picker.take(offer.slots, chosen());
  show('choose', head(), picker.element, screen.element);
  screen.draw();
}

const chosen = () => loose ?? offer.held;

/** The chosen time at the foot: how long it is held, if it is, and the button that books it. */
class Hold {
  constructor() {
    this.words = h('div', { class: 'grow' });
    this.left = h('span', { class: 'nums', testid: 'hold-left', role: 'timer', 'aria-live': 'off' });
    this.problem = h('p', { class: 'gate-problem', role: 'alert', testid: 'booking-problem', hidden: true });
    this.confirm = h('button', { class: 'btn primary big', type: 'button', testid: 'confirm', t: 'booking.confirm', on: { click: () => confirmSlot() } });
    this.box = h('div', { class: 'hold', testid: 'hold', hidden: true }, this.words, this.left, this.confirm);
    this.hint = h('p', { class: 'muted', t: 'booking.choose' });
    this.element = h('div', { class: 'hold-place' }, this.problem, this.hint, this.box);
  }

  draw() {
    const start = chosen();
    this.box.hidden = !start;
    this.hint.hidden = Boolean(start);
    if (start) {
      fill(this.words, h('b', {}, longDay(start, i18n.locale, picker.zone)), h('p', { class: 'muted small' }, `${hours(start, offer.duration_minutes, i18n.locale, picker.zone)} · ${zoneName(start, picker.zone)}`));
    }
    this.tick();
  }

  tick() {
    this.left.hidden = loose !== null;
    if (offer.held) {
      this.left.textContent = t('booking.held_for', { time: length(secondsUntil(offer.held_until, clock.now())) });
    }
  }

  complain(key) {
    this.problem.textContent = key === null ? '' : t(key);
    this.problem.hidden = key === null;
  }

  busy(on) {
    this.confirm.disabled = on;
    picker.element.querySelectorAll('.slot').forEach((slot) => {
      slot.disabled = on;
    });
  }
}

async function hold(start) {
  await attempt('hold', { start }, () => {
    loose = null;
    announce(t('booking.held'));
    picker.take(offer.slots, chosen());
    screen.draw();
    screen.box.scrollIntoView({ block: 'nearest' });
  });
}

async function confirmSlot() {
  await attempt('confirm', { start: chosen(), time_zone: picker.zone }, () => enter());
}

async function attempt(what, body, then) {
  const place = screen;
  place.complain(null);
  place.busy(true);
  const sent = Date.now();
  try {
    offer = await request('POST', `${path}/${what}`, { body });
    learn(what, sent);
    then();
  } catch (problem) {
    if (!(problem instanceof Problem)) {
      throw problem;
    }
    await refusedAttempt(problem, place, body.start);
  } finally {
    place.busy(false);
  }
}

// The hold lasts ten minutes from the server's now, which tells its clock well enough for a countdown.
function learn(what, sent) {
  if (what === 'hold' && offer.held_until) {
    clock.learn(new Date(Date.parse(offer.held_until) - 600_000).toISOString(), sent);
  }
}

async function refusedAttempt(problem, place, wanted) {
  if (problem.code === 'conflict') {
    await refresh();
    place.complain(screen === place ? 'booking.taken' : null);
  } else if (problem.code === 'stale') {
    await start();
  } else if (problem.code === 'rate_limited') {
    keepLoose(wanted, place);
  } else if (problem.passing) {
    place.complain('booking.try_later');
  } else {
    refuse(problem);
  }
}

// Held for long enough: the others' turn. It can be booked all the same, as long as it is free; what is still held stays so.
function keepLoose(start, place) {
  loose = start === offer.held ? null : start;
  picker.take(offer.slots, chosen());
  place.draw();
  place.complain(loose === null ? 'booking.held_last' : 'booking.held_enough');
}

/** What is free now: others book too. */
async function refresh() {
  await tried(async () => {
    offer = await request('GET', path);
    if (offer.booked || offer.slots.length === 0) {
      enter();
    } else if (screen) {
      const gone = loose !== null && !offer.slots.includes(loose);
      loose = gone ? null : loose;
      picker.take(offer.slots, chosen());
      screen.draw();
      if (gone) {
        screen.complain('booking.taken');
      }
    }
  });
}

function done() {
  screen = null;
  const cancelled = offer.booked.status === 'cancelled';
  const at = offer.booked.scheduled_time;
  const zone = picker?.zone ?? here();
  const when = spoken(h('p', { class: 'done-when', testid: 'booked-when' }), () => `${longDay(at, i18n.locale, zone)} · ${hours(at, offer.duration_minutes, i18n.locale, zone)}`);
  const where = spoken(h('p', { class: 'muted' }), () => t('booking.your_time', { zone: zoneName(at, zone) }));
  if (cancelled) {
    tell('booked_cancelled', 'close', 'booking.cancelled', 'booking.cancelled_text', when, where);
    return;
  }
  show('done', h('div', { class: 'gate-badge' }, icon('check', 34)), h('h1', { t: 'booking.done', tabindex: '-1', testid: 'done' }), h('p', {}, offer.title), when, where,
    h('p', { class: 'muted', t: 'booking.done_text' }), h('a', { class: 'btn', testid: 'booked-ics', href: `${path}/calendar.ics`, download: 'interview.ics', t: 'booking.calendar' }));
  document.querySelector('h1').focus();
}

setInterval(() => {
  if (!screen || !offer?.held) {
    return;
  }
  if (Date.parse(offer.held_until) <= clock.now()) {
    offer = { ...offer, held: undefined, held_until: undefined };
    refresh().then(() => loose === null && screen?.complain('booking.hold_over'));
  } else {
    screen.tick();
  }
}, 1_000);
setInterval(() => screen && !document.hidden && refresh(), FRESH);

start();
