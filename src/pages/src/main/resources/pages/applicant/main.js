// Where the applicant's page begins: who is it, and which screen is theirs?
import { i18n, pick } from '../shared/i18n.js';
import { translate } from '../shared/dom.js';
import { Problem, request } from '../shared/api.js';
import { Backoff } from '../shared/backoff.js';
import en from './messages-en.js';
import tr from './messages-tr.js';
import meetingEn from '../meeting/messages-en.js';
import meetingTr from '../meeting/messages-tr.js';
import * as gate from './gate.js';
import { Home } from './home.js';
import { Install } from './install.js';

i18n.add(en, tr);
i18n.add(meetingEn, meetingTr);
i18n.addEventListener('change', () => {
  translate(document);
  document.querySelector('link[rel="manifest"]').href = `/manifest.webmanifest?lang=${i18n.language}`;
});
i18n.use(new URLSearchParams(location.search).get('lang') ?? navigator.language);

const install = new Install();
const app = document.getElementById('app');
const code = /^\/a\/([^/]+)\/?$/.exec(location.pathname)?.[1] ?? null;
const backoff = new Backoff({ first: 1_000, most: 10_000 });

function show(screen, element) {
  document.body.dataset.screen = screen;
  app.replaceChildren(element);
}

async function start() {
  try {
    const me = await session();
    const invitation = code === null ? null : await invited();
    if (me && !(invitation?.info && invitation.info.applicant_name !== me.name)) {
      enter(me);
    } else if (invitation === null) {
      show('signed_out', gate.signedOut());
    } else if (invitation.info) {
      i18n.use(pick(invitation.info.language));
      show('invited', gate.invited(invitation.info, redeem));
    } else {
      refuse(invitation.problem.code);
    }
  } catch (problem) {
    unreachable(problem);
  }
}

/** Who the cookie says one is; null if it says nothing. */
async function session() {
  try {
    const me = await request('GET', '/api/sessions/current');
    return me.role === 'applicant' ? me : null;
  } catch (problem) {
    if (problem instanceof Problem && !problem.passing) {
      return null;
    }
    throw problem;
  }
}

async function invited() {
  try {
    return { info: await request('GET', `/api/invitations/${code}`) };
  } catch (problem) {
    if (problem instanceof Problem && !problem.passing) {
      return { problem };
    }
    throw problem;
  }
}

async function redeem() {
  try {
    await request('POST', `/api/invitations/${code}`);
  } catch (problem) {
    if (problem instanceof Problem && !problem.passing) {
      refuse(problem.code);
      return;
    }
    throw problem;
  }
  enter(await session());
}

function refuse(why) {
  const screens = { invitation_expired: 'expired', invitation_used: 'used' };
  const screen = screens[why] ?? 'unknown';
  show(screen, gate.refused(screen));
}

function enter(me) {
  if (me === null) {
    show('signed_out', gate.signedOut());
    return;
  }
  const meeting = /(?:^#|&)meeting=([^&]+)/.exec(location.hash)?.[1] ?? null;
  history.replaceState(null, '', '/a');
  i18n.use(me.language);
  const home = new Home(me, install, () => show('signed_out', gate.signedOut()));
  show('home', home.element);
  home.start();
  if (meeting !== null) {
    home.meetings.show(decodeURIComponent(meeting));
  }
}

function unreachable(problem) {
  if (!(problem instanceof Problem)) {
    throw problem;
  }
  let timer = 0;
  const again = () => {
    clearTimeout(timer);
    removeEventListener('online', again);
    start();
  };
  addEventListener('online', again);
  timer = setTimeout(again, backoff.next());
  if (document.body.dataset.screen !== 'offline_start') {
    show('offline_start', gate.unreachable(again));
  }
}

show('loading', gate.loading());
start();
