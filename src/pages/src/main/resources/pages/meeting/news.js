// What happened to an interview, as a line of the chat and as a reminder.
import { i18n, t } from '../shared/i18n.js';
import { here, shortTime } from './when.js';

const LINES = {
  scheduled: ['calendar', 'meeting.line.scheduled'],
  moved: ['calendar', 'meeting.line.moved'],
  changed: ['calendar', 'meeting.line.changed'],
  accepted: ['check', 'meeting.line.accepted'],
  declined: ['close', 'meeting.line.declined'],
  asked_to_move: ['clock', 'meeting.line.asked_to_move'],
  cancelled: ['close', 'meeting.line.cancelled'],
  running_late: ['clock', 'meeting.line.running_late'],
  completed: ['check', 'meeting.line.completed'],
  no_show: ['alert', 'meeting.line.no_show'],
};

/** One line in the chat: its icon and its text. */
export function newsLine(news) {
  const [sign, key] = LINES[news?.what] ?? ['calendar', 'meeting.line.other'];
  const late = news?.what === 'running_late' && news.minutes ? 'meeting.line.running_late_by' : key;
  return { sign, text: t(late, { title: news?.title ?? '', time: news ? shortTime(news.scheduled_time, i18n.locale, here()) : '', minutes: news?.minutes ?? '' }) };
}

const REMINDERS = { day_before: 'meeting.remind.day_before', soon: 'meeting.remind.soon', nudge: 'meeting.remind.nudge', running_late: 'meeting.remind.running_late' };

/** The title of a reminder; null if it is not for an applicant. */
export function reminderTitle(kind, title) {
  const key = REMINDERS[kind];
  return key === undefined ? null : t(key, { title });
}

export const reminderTime = (time) => shortTime(time, i18n.locale, here());
