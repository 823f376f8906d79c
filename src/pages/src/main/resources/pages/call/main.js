// Where the call page begins: the room, what is drawn of it, and who steers it (its own buttons, or the console around it).
import { announce, fill, h, translate } from '../shared/dom.js';
import { i18n, t } from '../shared/i18n.js';
import { length } from '../shared/time.js';
import en from './messages-en.js';
import tr from './messages-tr.js';
import { Acts } from './acts.js';
import { tell, tellStats } from './console-news.js';
import { Controls, over } from './controls.js';
import { Head } from './head.js';
import { Host } from './host.js';
import { ProblemView } from './problem-view.js';
import { DEVICE_PROBLEMS, bridgeCode, devicesProblem, unfit } from './problems.js';
import { Recording } from './recording.js';
import { Room } from './room.js';
import { Stage } from './stage.js';

const CLOSE_AFTER = 4_000;
const NOTHING_YET = { rtt: null, loss: 0, jitter: null, bitrate: 0, fps: 0, width: 0, height: 0, frames_decoded: 0, bars: 0 };

const params = new URLSearchParams(location.search);
const callId = decodeURIComponent(/^\/call\/([^/]+)/.exec(location.pathname)?.[1] ?? '');
const host = new Host(params.get('host'));

i18n.add(en, tr);
i18n.use(params.get('lang') ?? navigator.language);
i18n.addEventListener('change', () => {
  translate(document);
  draw();
});
document.body.classList.toggle('hosted', host.isConsole);

const room = new Room(callId, host);
const stage = new Stage();
const head = new Head();
const problems = new ProblemView({ retry: (code) => acts.retry(code), close: () => host.close(), fallBack: () => acts.fallBack(), changed: () => calm() }, host.isPage, () => room.entry.mayFallBack);
const recording = new Recording({ callId, token: () => room.ticket.value ?? undefined, clock: room.clock });
const acts = new Acts(room, host, problems, recording);
const controls = new Controls(acts);
const ending = over(() => ({ outcome: room.left ? 'left' : room.cause ?? room.call?.outcome, length: length(room.length.at(room.clock.now())) }), host.isPage, () => host.close());
let lastState = '';
let told = false;
let wake = null;

async function listDevices() {
  const lists = await room.carrier.devices();
  controls.list(lists);
  host.say({ type: 'devices', ...lists });
}

function showProblem({ code, kind, text }) {
  if (kind) {
    drawDeviceProblem();
  } else {
    problems.add(code, room.me?.role === 'applicant' ? '' : text);
    tellProblem(code);
  }
}

function drawDeviceProblem() {
  const code = devicesProblem(room.carrier.problems);
  problems.remove(...DEVICE_PROBLEMS.filter((other) => other !== code));
  if (code !== null && !room.over) {
    problems.add(code);
    tellProblem(code);
  }
}

function tellProblem(code) {
  host.say({ type: 'problem', code: bridgeCode(code) });
  told = true;
  calm();
}

// Nothing stands in the way any more.
function calm() {
  if (told && !problems.blocks) {
    told = false;
    host.say({ type: 'problem', code: null });
  }
}

function solved(what) {
  if (what === 'audio' || what === 'video') {
    drawDeviceProblem();
  } else {
    problems.remove(what);
  }
}

function draw() {
  const { state, carrier, others } = room;
  const inside = state === 'connected' || state === 'reconnecting';
  const sent = (what) => (inside && others.some(({ remote }) => remote?.[what]) ? 'on' : 'off');
  Object.assign(document.body.dataset, { state, carrier: carrier.name, joined: carrier.isPresent ? 'on' : 'off', socket: room.connection.online ? 'up' : 'down', remoteAudio: sent('audio'), remoteVideo: sent('video') });
  stage.draw(room);
  head.draw(room);
  controls.draw(room, recording);
  tell(host, room, recording);
  if (state !== lastState) {
    lastState = state;
    entered(state);
  }
  ending.draw();
}

function entered(state) {
  const words = { connected: 'say.connected', reconnecting: 'say.reconnecting', ended: 'say.ended' };
  if (words[state]) {
    announce(t(words[state]));
  }
  if (state === 'connected') {
    stayAwake();
  }
  if (state === 'ended' || state === 'failed') {
    recording.over();
  }
  if (state === 'ended') {
    stage.end();
    problems.clear();
    stage.element.append(h('div', { class: 'problem-layer', data: { form: 'wall' } }, ending.element));
    wake?.release();
    if (host.isPage) {
      setTimeout(() => host.close(), CLOSE_AFTER);
    }
  }
}

async function stayAwake() {
  try {
    wake = await navigator.wakeLock?.request('screen');
  } catch {
    wake = null; // Refused on low battery: then the phone sleeps when it wants to.
  }
}

window.optimaCall = {
  command: (message) => (message?.type === 'language' ? i18n.use(message.language) : acts.command(message)),
  stats: async () => room.carrier.stats ?? NOTHING_YET,
};

addEventListener('message', ({ data, origin, source }) => {
  if (host.isPage && origin === location.origin && source === window.parent && data?.type === 'optima_language') {
    i18n.use(data.language);
  }
});
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && room.state === 'connected' && stayAwake());

room.addEventListener('change', draw);
room.addEventListener('problem', ({ detail }) => showProblem(detail));
room.addEventListener('solved', ({ detail }) => solved(detail));
room.carriage.addEventListener('carrier', () => {
  problems.carriedAnew();
  recording.use(room.carrier);
});
room.connection.addEventListener('welcome', () => recording.enter(room.me));
room.addEventListener('message', ({ detail }) => detail.type === 'video_call_recording' && detail.call_id === callId && recording.take(detail.recording));
recording.addEventListener('change', draw);
room.carriage.addEventListener('devices', () => listDevices());
room.carriage.addEventListener('stats', () => {
  head.quality(room.carrier.stats);
  tellStats(host, room.carrier.stats);
});
setInterval(() => head.tick(room), 500);

stage.element.append(recording.card, problems.strips, problems.cards);
if (host.isConsole) {
  stage.element.append(recording.sign);
} else {
  head.element.insertBefore(recording.sign, head.bars);
}
fill(document.getElementById('app'), head.element, stage.element, controls.element);
draw();

const missing = unfit(window);
if (missing !== null) {
  document.body.dataset.state = 'failed';
  controls.element.classList.add('gone');
  stage.overlay.hidden = true;
  problems.add(missing);
  host.say({ type: 'state', state: 'failed', reason: bridgeCode(missing) });
  host.say({ type: 'problem', code: bridgeCode(missing) });
} else {
  room.start();
}
