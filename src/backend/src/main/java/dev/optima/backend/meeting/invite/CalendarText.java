package dev.optima.backend.meeting.invite;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.CalendarUserType;
import biweekly.parameter.ParticipationLevel;
import biweekly.parameter.ParticipationStatus;
import biweekly.parameter.Role;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.property.Trigger;
import dev.optima.protocol.meeting.MeetingAnswer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/// Writes iCalendar (RFC 5545): invitations, updates and cancellations as iTIP (RFC 5546) has them,
/// and calendars that one only reads.
public final class CalendarText {
  private static final String PRODUCT = "-//Optima//Interviews//EN";

  /// RFC 5545, 3.1: 75 octets a line. The library counts characters, of which the letters that
  /// people use here have two octets at most.
  private static final int LINE = 37;

  private CalendarText() {}

  /// A meeting that is new or changed: `METHOD:REQUEST`.
  public static String request(CalendarEvent event, Instant now) {
    return write(calendar(Method.REQUEST, List.of(event), now));
  }

  /// A meeting that is called off: `METHOD:CANCEL`.
  public static String cancel(CalendarEvent event, Instant now) {
    return write(calendar(Method.CANCEL, List.of(event), now));
  }

  /// Meetings to be read: `METHOD:PUBLISH`. Nobody is asked anything by it, so there are no
  /// attendees (RFC 5546, 3.2.1).
  ///
  /// @param name as calendar programs show it
  public static String publish(String name, List<CalendarEvent> events, Instant now) {
    ICalendar calendar = calendar(isPublishable(events) ? Method.PUBLISH : null, events, now);
    calendar.getEvents().forEach(event -> event.getAttendees().clear());
    calendar.addName(name);
    calendar.addExperimentalProperty("X-WR-CALNAME", name);
    calendar.setRefreshInterval(new biweekly.util.Duration.Builder().minutes(15).build());
    calendar.addExperimentalProperty("X-PUBLISHED-TTL", "PT15M");
    return write(calendar);
  }

  /// A publication names who is behind it (RFC 5546, 3.2.1); what does not is just a calendar.
  private static boolean isPublishable(List<CalendarEvent> events) {
    return !events.isEmpty() && events.stream().allMatch(event -> event.organizer() != null);
  }

  private static ICalendar calendar(
      @Nullable String method, List<CalendarEvent> events, Instant now) {
    var calendar = new ICalendar();
    calendar.setProductId(PRODUCT);
    calendar.setMethod(method);
    for (CalendarEvent event : events) {
      // Without a method it is the time of the last change (RFC 5545, 3.8.7.2).
      VEvent component = component(event, method == null ? event.updatedAt() : now);
      assign(calendar, component, event, events);
      calendar.addEvent(component);
    }
    return calendar;
  }

  /// Writes its times as those of its place; but for the hour that comes twice when clocks are set
  /// back: a local time in it means the first (RFC 5545, 3.3.5), so that the second is said in UTC.
  private static void assign(
      ICalendar calendar, VEvent component, CalendarEvent event, List<CalendarEvent> all) {
    ZoneId place = ZoneId.of(event.timeZone());
    if (isSecond(event.start(), place) || isSecond(event.end(), place)) {
      return;
    }
    TimezoneAssignment zone = calendar.getTimezoneInfo().getTimezoneById(place.getId());
    if (zone == null) {
      Instant first = all.stream().map(CalendarEvent::start).min(Comparator.naturalOrder()).get();
      Instant last = all.stream().map(CalendarEvent::end).max(Comparator.naturalOrder()).get();
      VTimezone rules = ZoneOfCalendar.of(place, first, last);
      zone = new TimezoneAssignment(TimeZone.getTimeZone(place), rules);
      calendar.getTimezoneInfo().getTimezones().add(zone);
    }
    calendar.getTimezoneInfo().setTimezone(component.getDateStart(), zone);
    calendar.getTimezoneInfo().setTimezone(component.getDateEnd(), zone);
  }

  private static boolean isSecond(Instant time, ZoneId place) {
    ZonedDateTime local = time.atZone(place);
    return !local.getOffset().equals(local.withEarlierOffsetAtOverlap().getOffset());
  }

  private static VEvent component(CalendarEvent event, Instant now) {
    var component = new VEvent();
    component.setUid(event.uid());
    component.setSequence(Math.toIntExact(event.sequence()));
    component.setDateTimeStamp(Date.from(now));
    component.setDateStart(Date.from(event.start()), true);
    component.setDateEnd(Date.from(event.end()), true);
    component.setSummary(event.title());
    component.setDescription(event.description());
    component.setLocation(event.url());
    component.setUrl(event.url());
    component.setCreated(Date.from(event.createdAt()));
    component.setLastModified(Date.from(event.updatedAt()));
    component.setStatus(event.cancelled() ? Status.cancelled() : Status.confirmed());
    component.setTransparency(event.cancelled());
    component.addExperimentalProperty(
        "X-MICROSOFT-CDO-BUSYSTATUS", event.cancelled() ? "FREE" : "BUSY");
    people(component, event);
    if (!event.cancelled()) {
      alarms(component, event);
    }
    return component;
  }

  private static void people(VEvent component, CalendarEvent event) {
    if (event.organizer() != null) {
      component.setOrganizer(
          new Organizer(name(event.organizer().name()), event.organizer().email()));
    }
    if (event.attendee() != null) {
      var attendee = new Attendee(name(event.attendee().name()), event.attendee().email());
      attendee.setCalendarUserType(CalendarUserType.INDIVIDUAL);
      attendee.setRole(Role.ATTENDEE);
      attendee.setParticipationLevel(ParticipationLevel.REQUIRED);
      attendee.setParticipationStatus(status(event.attendee().answer()));
      attendee.setRsvp(!event.cancelled());
      component.addAttendee(attendee);
    }
  }

  /// A parameter cannot hold these, and few programs know how they would be written (RFC 6868).
  private static String name(String name) {
    return name.replace('"', '\'').replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  /// RFC 5545, 3.2.12. Whoever asks for another time has not said whether they come to this one.
  private static ParticipationStatus status(MeetingAnswer answer) {
    return switch (answer) {
      case ACCEPTED -> ParticipationStatus.ACCEPTED;
      case DECLINED -> ParticipationStatus.DECLINED;
      case ASKED_TO_MOVE -> ParticipationStatus.TENTATIVE;
      case INVITED -> ParticipationStatus.NEEDS_ACTION;
    };
  }

  private static void alarms(VEvent component, CalendarEvent event) {
    for (java.time.Duration before : event.alarms()) {
      var ahead =
          new biweekly.util.Duration.Builder()
              .prior(true)
              .minutes(Math.toIntExact(before.toMinutes()))
              .build();
      component.addAlarm(VAlarm.display(new Trigger(ahead, null), event.title()));
    }
  }

  private static String write(ICalendar calendar) {
    var text = new StringWriter();
    try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
      writer.getVObjectWriter().getFoldedLineWriter().setLineLength(LINE);
      writer.write(calendar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
