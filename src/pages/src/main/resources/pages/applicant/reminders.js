// Reminders of interviews: a short message on the page, and a notification where nobody looks at it.
import { reminderTime, reminderTitle } from '../meeting/news.js';

export class Reminders {
  /** @param act `show(meetingId)` */
  constructor(toasts, attention, act) {
    this.toasts = toasts;
    this.attention = attention;
    this.act = act;
  }

  receive({ type, kind, meeting }) {
    if (type !== 'reminder' || !meeting || reminderTitle(kind, meeting.title) === null) {
      return;
    }
    const words = () => `${reminderTitle(kind, meeting.title)} · ${reminderTime(meeting.scheduled_time)}`;
    this.toasts.show({ key: `meeting-${meeting.meeting_id}-${kind}`, words, tone: kind === 'day_before' ? 'info' : 'warn', action: { key: 'meetings.show', run: () => this.act.show(meeting.meeting_id) } });
    this.attention.meeting(meeting.meeting_id, reminderTitle(kind, meeting.title), reminderTime(meeting.scheduled_time));
  }
}

/** The words that a worker needs for the same. */
export const reminderWords = () => Object.fromEntries(['day_before', 'soon', 'nudge', 'running_late'].map((kind) => [`meeting_${kind}`, reminderTitle(kind, '{name}')]));
