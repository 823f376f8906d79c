// The service worker: rings while the page is closed, and keeps the page's shell for when there is no connection.
// It stores files of the page and the words of a notification; never an answer of the API, never what somebody wrote.
// `self.SHELL` ({version, files}) stands before this text: the server writes it, so that a deployment is a new worker.
const PAGE = '/a';
const NAME = `optima-shell-${self.SHELL.version}`;
const WORDS = 'optima-words';
const FILES = new Set(self.SHELL.files);
const ICON = '/pages/shared/icon-192.png';
const ANSWER_WITHIN = 1_500;

const WORDLESS = { language: 'en', calling: '{name}', message: '{name}', missed: '✕ {name}', missedNobody: '✕', answered: '✓', declined: '✕', answer: '', accept: '✓', open: '→' };

// What another device did with a call; whatever else became of it was missed here.
const ELSEWHERE = { answered: 'answered', declined: 'declined' };

// Reminders that mean something only before it begins.
const BEFORE = new Set(['day_before', 'soon']);

const LONGEST_RING = 120_000;

let wanted = null;
const over = new Map();

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(activate()));
addEventListener('fetch', (event) => serve(event));
addEventListener('push', (event) => event.waitUntil(pushed(event.data)));
addEventListener('notificationclick', (event) => event.waitUntil(clicked(event)));
addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event)));
addEventListener('message', (event) => heard(event));

// The whole shell or nothing: half of one deployment is no page.
async function install() {
  const cache = await caches.open(NAME);
  await cache.addAll([PAGE, ...FILES].map((path) => new Request(path, { cache: 'reload' })));
  await self.skipWaiting();
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('optima-shell-') && name !== NAME).map((name) => caches.delete(name)));
  await self.clients.claim();
}

// The network first, always: the shell is for when there is none. What is not the shell is not touched.
function serve(event) {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin) {
    return;
  }
  if (mode === 'navigate' && (pathname === PAGE || pathname.startsWith(`${PAGE}/`))) {
    event.respondWith(orKept(event.request, PAGE));
  } else if (FILES.has(pathname)) {
    event.respondWith(orKept(event.request, pathname));
  }
}

async function orKept(request, path) {
  try {
    return await fetch(request);
  } catch (failure) {
    const kept = await (await caches.open(NAME)).match(path);
    if (kept === undefined) {
      throw failure;
    }
    return kept;
  }
}

async function pushed(data) {
  const said = read(data);
  switch (said?.type) {
    case 'ring':
      return ring(said);
    case 'ring_over':
      return ringOver(said);
    case 'message':
      return message(said);
    case 'meeting':
      return meeting(said);
    default:
      return undefined; // Of a later version: the page knows, once it is open.
  }
}

function read(data) {
  try {
    return data?.json();
  } catch {
    return null;
  }
}

async function ring({ call_id: id, caller_name: name, expires_at: until }) {
  if (Date.parse(until) <= Date.now() || (await rungByPage(id)) || over.has(id)) {
    return;
  }
  const words = await texts();
  await show(fill(words.calling, name), {
    tag: `ring-${id}`, body: words.answer, icon: ICON, badge: ICON, lang: words.language, requireInteraction: true, renotify: true,
    vibrate: [400, 200, 400, 200, 400], data: { call_id: id, caller_name: name, shown: Date.now() },
    actions: [{ action: 'accept', title: words.accept }, { action: 'open', title: words.open }],
  });
  if (over.has(id)) {
    await ended(over.get(id)); // It came while this was being shown.
    return;
  }
  await passed(Date.parse(until) - Date.now());
  await unring(id);
}

// A ring ends by itself, though nobody should tell: the server may have died, or the push service may have lost the word.
function passed(time) {
  return new Promise((resolve) => {
    setTimeout(resolve, Math.min(Math.max(time, 0), LONGEST_RING));
  });
}

// What came to its end; perhaps while its ring was still asking the tabs.
async function ringOver(said) {
  over.set(said.call_id, said);
  await ended(said);
}

// In the place of the ring, without a sound: what became of it. Whoever looks at the page sees it there.
async function ended({ call_id: id, outcome, caller_name: told, at }) {
  if (await lookedAt()) {
    await unring(id);
    return;
  }
  const rung = await shown(`ring-${id}`);
  const name = told ?? rung.find((note) => note.data?.caller_name)?.data.caller_name ?? '';
  const words = await texts();
  const elsewhere = words[ELSEWHERE[outcome]];
  const title = elsewhere ?? (name === '' ? words.missedNobody : fill(words.missed, name));
  await show(title, {
    tag: `ring-${id}`, body: elsewhere === undefined ? '' : name, icon: ICON, badge: ICON, lang: words.language, silent: true, renotify: false,
    timestamp: Date.parse(at) || Date.now(), data: { call_id: id, over: true },
  });
}

async function message({ room_id: room, sender_name: name, body }) {
  const open = await windows();
  if (open.some((client) => client.visibilityState === 'visible')) {
    return;
  }
  const words = await texts();
  await show(fill(words.message, name), { tag: `message-${room}`, body, icon: ICON, badge: ICON, lang: words.language, renotify: true, data: {} });
}

function show(title, options) {
  return alone(() => self.registration.showNotification(title, options));
}

function shown(tag) {
  return alone(() => self.registration.getNotifications({ tag }));
}

// Chromium forgets a notification that is just being shown while they are listed, in a page or here: nobody could put it away.
function alone(act) {
  return navigator.locks ? navigator.locks.request('optima-notifications', act) : act();
}

// A reminder of an interview; a page that is looked at says it itself. What came too late reminds of nothing.
async function meeting({ kind, meeting_id: id, title, scheduled_time: at }) {
  if ((BEFORE.has(kind) && Date.parse(at) <= Date.now()) || (await lookedAt())) {
    return;
  }
  const words = await texts();
  const locale = words.language === 'tr' ? 'tr-TR' : 'en-GB';
  const time = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(new Date(at));
  await show(fill(words[`meeting_${kind}`] ?? '{name}', title), {
    tag: `meeting-${id}`, body: time, icon: ICON, badge: ICON, lang: words.language, renotify: true, data: { meeting_id: id },
  });
}

// The ring, not the word of its end, which has the same tag.
async function unring(id) {
  const notes = await shown(`ring-${id}`);
  notes.filter((note) => !note.data?.over).forEach((note) => note.close());
}

// A tab that is looked at rings by itself, perhaps a moment after the push; it is asked, for it may have lost its line.
async function rungByPage(id) {
  return answered({ type: 'ringing', call_id: id });
}

// A tab that is just being closed is still listed as visible; it does not answer.
function lookedAt() {
  return answered({ type: 'looking' });
}

async function answered(question) {
  const seen = (await windows()).filter((client) => client.visibilityState === 'visible');
  const answers = await Promise.all(seen.map((client) => ask(client, question)));
  return answers.includes(true);
}

function ask(client, question) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(() => resolve(null), ANSWER_WITHIN);
    client.postMessage(question, [port2]);
  });
}

async function windows() {
  const all = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return all.filter((client) => client.frameType !== 'nested' && new URL(client.url).pathname.startsWith(PAGE));
}

// To the tab that is open, or to a new one; Accept answers there as a press of the page's own button would.
async function clicked({ notification, action }) {
  notification.close();
  const call = action === 'accept' ? notification.data?.call_id ?? null : null;
  const meetingId = notification.data?.meeting_id ?? null;
  const open = await windows();
  const tab = open.find((client) => client.focused) ?? open.find((client) => client.visibilityState === 'visible') ?? open[0];
  if (tab === undefined) {
    wanted = call;
    await self.clients.openWindow(meetingId === null ? PAGE : `${PAGE}#meeting=${encodeURIComponent(meetingId)}`);
    return;
  }
  if (call !== null) {
    tab.postMessage({ type: 'answer', call_id: call });
  }
  if (meetingId !== null) {
    tab.postMessage({ type: 'meeting', meeting_id: meetingId });
  }
  await tab.focus();
}

function heard({ data, source }) {
  if (data?.type === 'here' && wanted !== null) {
    source.postMessage({ type: 'answer', call_id: wanted });
    wanted = null;
  }
}

// The browser gave the subscription another address: the server has to know, or nobody rings here.
async function renew(event) {
  const key = event.oldSubscription?.options?.applicationServerKey;
  const fresh = event.newSubscription ?? (key ? await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }) : null);
  if (fresh !== null) {
    await fetch('/api/push/subscriptions', { method: 'POST', credentials: 'same-origin', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(fresh) });
  }
}

// The page leaves its words in the applicant's language here, since a worker cannot ask for them when there is no page.
async function texts() {
  const kept = await (await caches.open(WORDS)).match('/words');
  return kept === undefined ? WORDLESS : { ...WORDLESS, ...(await kept.json()) };
}

function fill(sentence, name) {
  return sentence.replace('{name}', () => name ?? '');
}
