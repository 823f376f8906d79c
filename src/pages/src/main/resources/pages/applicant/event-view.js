// What happened in the thread besides messages: a call began or ended, somebody asked to be called. Each with the action that fits;
// that somebody is in a call is said only while the call can be joined.
import { h } from '../shared/dom.js';
import { i18n, t } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { clock as clockTime } from '../shared/time.js';
import { newsLine } from '../meeting/news.js';
import { callLine } from './outcomes.js';

/** @param act `join(callId)`, `callMe()`, `meeting(meetingId)` */
export function eventView(item, me, act) {
  const { sign, text } = line(item, me);
  return h('div', { class: 'sys', testid: item.kind === 'meeting' ? 'meeting-entry' : 'call-entry', role: 'article', tabindex: '-1', data: { seq: item.seq, kind: item.kind, outcome: item.call?.outcome ?? item.meeting?.what ?? '' } },
    icon(sign, 15), h('span', {}, text), h('time', { class: 'nums', datetime: item.sent_at }, clockTime(item.sent_at, i18n.locale)), action(item, act));
}

function line(item, me) {
  switch (item.kind) {
    case 'call_started':
      return { sign: 'phone', text: t(item.action === 'join' ? 'call.line.started' : 'call.line.began', { name: item.call?.caller_name ?? '' }) };
    case 'call_me':
      return { sign: 'phoneIn', text: t(item.sender_id === me ? 'call.line.asked' : 'call.line.other') };
    case 'meeting':
      return newsLine(item.meeting);
    default:
      return callLine(item.call);
  }
}

function action(item, act) {
  switch (item.action) {
    case 'join':
      return h('button', { class: 'link', type: 'button', testid: 'event-join', t: 'call.join', on: { click: () => act.join(item.call.call_id) } });
    case 'meeting':
      return h('button', { class: 'link', type: 'button', testid: 'event-meeting', t: 'meetings.show', on: { click: () => act.meeting(item.meeting.meeting_id) } });
    case 'call_me':
      return h('button', { class: 'link', type: 'button', testid: 'event-call-me', t: 'call.me_back', on: { click: () => act.callMe() } });
    default:
      return null;
  }
}
