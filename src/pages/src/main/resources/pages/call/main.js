// Where the call page begins: the room, what is drawn of it, and who steers it (its own buttons, or the console around it).
import { announce, fill, h, translate } from '../shared/dom.js';
import { i18n, t } from '../shared/i18n.js';
import { length } from '../shared/time.js';
import en from './messages-en.js';
import tr from './messages-tr.js';
import { Controls, over } from './controls.js';
import { remember, remembered } from '../shared/devices.js';
import { Head } from './head.js';
import { Host } from './host.js';
import { ProblemView } from './problem-view.js';
import { bridgeCode, devicesProblem, unfit } from './problems.js';
import { Room } from './room.js';
import { Stage } from './stage.js';

const DEVICE_PROBLEMS = ['camera_denied', 'microphone_denied', 'both_denied', 'no_camera', 'no_microphone', 'no_device', 'device_busy'];
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

const room = new Room(callId);
const stage = new Stage();
const head = new Head();
const controls = new Controls({ audio: () => act.audio(!room.media.state().audio), video: () => act.video(!room.media.camera), screen: () => shareByButton(), fullscreen, device: chooseDevice, hangUp: () => room.hangUp() });
const problems = new ProblemView({ retry, close: () => host.close() }, host.isPage);
const ending = over(() => ({ outcome: room.left ? 'left' : room.call?.outcome, length: length(room.length.at(room.clock.now())) }), host.isPage, () => host.close());
let lastState = '';
let wake = null;

/** What may be asked for, by a button here or by the console. */
const act = {
  audio: (on) => room.media.setAudio(on),
  video: (on) => room.media.setVideo(on),
  screen: (on) => share(on),
  hang_up: () => room.hangUp(),
};

async function share(on) {
  problems.remove('screen_failed');
  try {
    await room.media.setScreen(on);
  } catch (refusal) {
    // To close the picker is a decision, not a problem.
    if (refusal.name !== 'NotAllowedError' || host.isConsole) {
      problems.add('screen_failed');
    }
  }
}

// In the console's window the browser would take the whole screen without a question: the console asks first, and commands it.
function shareByButton() {
  const on = !room.media.state().screen;
  if (on && host.isConsole) {
    host.say({ type: 'screen_ask' });
  } else {
    share(on);
  }
}

async function fullscreen() {
  if (document.fullscreenElement) {
    await document.exitFullscreen();
  } else {
    await document.documentElement.requestFullscreen();
  }
}

async function chooseDevice(device, id) {
  if (device === 'speaker') {
    remember(device, id);
    await stage.speaker(id).catch(() => remember(device, ''));
    await listDevices();
  } else {
    await room.media.choose(device, id);
  }
}

async function listDevices() {
  const lists = await room.media.devices();
  controls.list(lists);
  host.say({ type: 'devices', ...lists });
}

function retry(code) {
  if (DEVICE_PROBLEMS.includes(code)) {
    room.media.retry();
  } else if (code === 'ice_failed') {
    problems.remove(code);
    room.mesh?.restart();
  } else {
    location.reload();
  }
}

function showProblem({ code, kind }) {
  if (kind) {
    drawDeviceProblem();
  } else {
    problems.add(code);
    host.say({ type: 'problem', code: bridgeCode(code) });
  }
}

function drawDeviceProblem() {
  const code = devicesProblem(room.media.problems);
  problems.remove(...DEVICE_PROBLEMS.filter((other) => other !== code));
  if (code !== null && !room.over) {
    problems.add(code);
    host.say({ type: 'problem', code: bridgeCode(code) });
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
  document.body.dataset.state = room.state;
  document.body.dataset.socket = room.connection.online ? 'up' : 'down';
  stage.draw(room);
  head.draw(room);
  controls.draw(room);
  tellHost();
  if (room.state !== lastState) {
    lastState = room.state;
    entered(room.state);
  }
  ending.draw();
}

function tellHost() {
  const reason = room.failed ?? room.call?.outcome;
  host.say({ type: 'state', state: room.state, ...(reason ? { reason: bridgeCode(reason) } : {}) });
  const { audio, screen } = room.media.state();
  host.say({ type: 'media', audio, video: room.media.camera, screen });
  const there = room.state === 'connected' || room.state === 'reconnecting';
  const any = (has) => room.others.some(has);
  host.say({ type: 'peer', present: there || any(({ present }) => present), audio: there && any(({ remote }) => remote?.audio), video: there && any(({ remote }) => remote?.video) });
}

function entered(state) {
  const words = { connected: 'say.connected', reconnecting: 'say.reconnecting', ended: 'say.ended' };
  if (words[state]) {
    announce(t(words[state]));
  }
  if (state === 'connected') {
    stayAwake();
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

function command(message) {
  switch (message?.type) {
    case 'audio':
    case 'video':
    case 'screen':
      return act[message.type](Boolean(message.on));
    case 'hang_up':
      return act.hang_up();
    case 'device':
      return chooseDevice(message.kind, message.id);
    case 'retry':
      return retry(problems.code);
    case 'language':
      return i18n.use(message.language);
    default:
      return undefined;
  }
}

window.optimaCall = {
  command,
  stats: async () => room.evidence.stats ?? NOTHING_YET,
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
room.evidence.addEventListener('stats', () => {
  head.quality(room.evidence.stats);
  stage.quality(room.others);
  host.say({ type: 'stats', ...withoutNull(room.evidence.stats) });
});
room.media.addEventListener('devices', () => listDevices());
setInterval(() => head.tick(room), 500);

function withoutNull(stats) {
  return Object.fromEntries(Object.entries(stats).filter(([, value]) => value !== null));
}

stage.element.append(problems.strips, problems.cards);
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
  const speaker = remembered('speaker');
  if (speaker) {
    stage.speaker(speaker).catch(() => remember('speaker', ''));
  }
  room.start();
}
