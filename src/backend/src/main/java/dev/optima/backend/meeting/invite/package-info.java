/// Meetings as calendars and mailboxes read them: iCalendar, iTIP, letters, and the links in them.
@NullMarked
package dev.optima.backend.meeting.invite;

import org.jspecify.annotations.NullMarked;
