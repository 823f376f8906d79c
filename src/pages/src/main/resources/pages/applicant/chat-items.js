// From the model to what stands on the screen, from top to bottom: `day`, `new`, `text`, `event`, each with an id that stays.
import { daysBetween } from '../shared/time.js';

const TOGETHER = 5 * 60_000;
const RETRY = new Set(['offline', 'no_answer', 'cancelled', 'rejected', 'dropped', 'abandoned', 'not_joined']);

/**
 * @param pending messages that are not stored yet, the oldest first
 * @param overlay gives an entry as it will be once one's own changes are stored
 * @param live says whether a call is under way
 */
export function items(model, pending, overlay, live) {
  const entries = model.shown();
  const all = entries.map((entry) => (entry.kind === 'text' ? text(model, overlay(entry)) : event(entry, live)));
  offerCall(all, model.attached);
  offerMeetings(all);
  if (model.attached || entries.length === 0) {
    all.push(...pending.map((message) => unsent(model, message)));
  }
  return separated(all, model.newFrom);
}

function text(model, entry) {
  const own = entry.sender_id === model.me;
  const gone = Boolean(entry.deleted_at);
  return {
    type: 'text',
    id: entry.key && own ? `k${entry.key}` : `s${entry.seq}`,
    seq: entry.seq,
    message_id: entry.message_id,
    own,
    sender_id: entry.sender_id,
    sender_name: entry.sender_name,
    sent_at: entry.sent_at,
    body: gone ? '' : entry.body,
    deleted: gone,
    edited_at: gone ? undefined : entry.edited_at,
    attachments: gone ? [] : entry.attachments ?? [],
    reactions: gone ? [] : reactions(model, entry.reactions ?? []),
    quote: gone ? null : quote(model, entry.reply_to),
    status: own ? model.reach(entry.seq) : undefined,
    changing: entry.changing ?? false,
  };
}

function unsent(model, message) {
  return {
    type: 'text',
    id: `k${message.key}`,
    key: message.key,
    own: true,
    sender_id: model.me,
    sent_at: message.sent_at,
    body: message.body,
    attachments: message.attachments ?? [],
    reactions: [],
    quote: quote(model, message.reply_to),
    status: message.status,
    code: message.code,
    changing: false,
  };
}

function reactions(model, given) {
  return given.map(({ emoji, by }) => ({
    emoji,
    count: by.length,
    mine: by.includes(model.me),
    names: by.filter((id) => id !== model.me).map((id) => model.names.get(id) ?? ''),
  }));
}

/** What a reply shows of its original. */
export function quote(model, messageId) {
  if (!messageId) {
    return null;
  }
  const entry = model.quoted(messageId);
  if (!entry) {
    return { message_id: messageId, state: entry === null ? 'gone' : 'unknown' };
  }
  return {
    message_id: messageId,
    seq: entry.seq,
    state: entry.deleted_at ? 'deleted' : 'here',
    own: entry.sender_id === model.me,
    name: entry.sender_name,
    body: entry.body.slice(0, 200),
    file: entry.attachments?.[0]?.name ?? null,
    kind: entry.kind,
  };
}

function event(entry, live) {
  return {
    type: 'event',
    id: `s${entry.seq}`,
    seq: entry.seq,
    kind: entry.kind,
    sent_at: entry.sent_at,
    sender_id: entry.sender_id,
    call: entry.call ? { call_id: entry.call.call_id, outcome: entry.call.outcome, duration: entry.call.duration, caller_name: entry.call.caller_name } : null,
    meeting: entry.meeting ?? null,
    action: entry.kind === 'call_started' && entry.call && live(entry.call.call_id) ? 'join' : null,
  };
}

// Only the newest event asks for an answer: an old missed call has been overtaken.
function offerCall(all, attached) {
  const last = all.findLast((item) => item.type === 'event');
  if (attached && last?.kind === 'call' && RETRY.has(last.call?.outcome)) {
    last.action = 'call_me';
  }
}

// The card knows how a meeting is now: the newest entry of each leads there.
function offerMeetings(all) {
  const told = new Set();
  for (const item of [...all].reverse()) {
    if (item.kind === 'meeting' && item.meeting && !told.has(item.meeting.meeting_id)) {
      told.add(item.meeting.meeting_id);
      item.action = 'meeting';
    }
  }
}

function separated(all, newFrom) {
  const result = [];
  let before = null;
  let marked = newFrom === null;
  for (const item of all) {
    if (before === null || daysBetween(before.sent_at, item.sent_at) !== 0) {
      result.push({ type: 'day', id: `d${item.id}`, sent_at: item.sent_at });
      before = null;
    }
    if (!marked && item.seq >= newFrom) {
      marked = true;
      if (item !== all[0] || item.seq === newFrom) {
        result.push({ type: 'new', id: 'new' });
        before = null;
      }
    }
    result.push({ ...item, follows: follows(before, item) });
    before = item;
  }
  return result;
}

function follows(before, item) {
  return before?.type === 'text' && item.type === 'text' && before.sender_id === item.sender_id
    && Date.parse(item.sent_at) - Date.parse(before.sent_at) < TOGETHER;
}
