package dev.optima.backend.meeting.invite;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.protocol.meeting.MeetingAnswer;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What we write as iCalendar, as ical4j reads it: another library than the one that wrote it.
class CalendarTextTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00.123Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");

  @Test
  void anInvitationSaysAllThatMailProgramsNeed() throws Exception {
    Calendar calendar = read(CalendarText.request(event(TUESDAY, "Europe/Istanbul"), NOW));
    VEvent event = event(calendar);

    assertThat(calendar.validate().hasErrors()).isFalse();
    assertThat(calendar.<Property>getRequiredProperty(Property.METHOD))
        .isEqualTo(ImmutableMethod.REQUEST);
    assertThat(value(event, Property.UID)).isEqualTo("m1@optima");
    assertThat(value(event, Property.SEQUENCE)).isEqualTo("3");
    assertThat(value(event, Property.DTSTAMP)).isEqualTo("20261122T090000Z");
    assertThat(value(event, Property.DTSTART)).isEqualTo("20261124T130000");
    assertThat(value(event, Property.DTEND)).isEqualTo("20261124T133000");
    assertThat(parameter(event, Property.DTSTART, Parameter.TZID)).isEqualTo("Europe/Istanbul");
    assertThat(value(event, Property.SUMMARY))
        .isEqualTo("Görüşme; \"ilk\", 😀 çok uzun bir başlık");
    assertThat(value(event, Property.DESCRIPTION)).isEqualTo("Line one\nLine two, with; signs\\n");
    assertThat(value(event, Property.URL)).isEqualTo("https://acme.example/m/token.1.seal");
    assertThat(value(event, Property.STATUS)).isEqualTo("CONFIRMED");
    assertThat(value(event, Property.ORGANIZER)).isEqualTo("mailto:jobs@acme.example");
    assertThat(value(event, Property.ATTENDEE)).isEqualTo("mailto:john@example.com");
    assertThat(parameter(event, Property.ATTENDEE, Parameter.PARTSTAT)).isEqualTo("NEEDS-ACTION");
    assertThat(parameter(event, Property.ATTENDEE, Parameter.RSVP)).isEqualTo("TRUE");
    assertThat(parameter(event, Property.ATTENDEE, Parameter.CN)).isEqualTo("John O'Neil, Dr.");
    assertThat(event.getAlarms())
        .singleElement()
        .satisfies(
            alarm ->
                assertThat(alarm.getRequiredProperty(Property.TRIGGER).getValue())
                    .isEqualTo("-PT15M"));
  }

  @Test
  void aCancellationIsOfTheSameEventAndRingsNoAlarm() throws Exception {
    CalendarEvent planned = event(TUESDAY, "Europe/Berlin");
    Calendar calendar = read(CalendarText.cancel(cancelled(planned), NOW));
    VEvent event = event(calendar);

    assertThat(calendar.validate().hasErrors()).isFalse();
    assertThat(calendar.<Property>getRequiredProperty(Property.METHOD))
        .isEqualTo(ImmutableMethod.CANCEL);
    assertThat(value(event, Property.UID)).isEqualTo("m1@optima");
    assertThat(value(event, Property.SEQUENCE)).isEqualTo("4");
    assertThat(value(event, Property.STATUS)).isEqualTo("CANCELLED");
    assertThat(event.getAlarms()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Istanbul",
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "Asia/Kolkata",
        "UTC"
      })
  void everyClockChangeOfAPlaceIsInItsZone(String place) throws Exception {
    ZoneId zone = ZoneId.of(place);
    for (Instant start : telling(zone)) {
      Calendar calendar = read(CalendarText.request(event(start, place), NOW));
      DtStart<Temporal> read = requireNonNull(event(calendar).getDateTimeStart());
      assertThat(instant(read.getDate())).as("%s at %s", place, start).isEqualTo(start);
    }
  }

  private static Instant instant(Temporal time) {
    return time instanceof ZonedDateTime local ? local.toInstant() : Instant.from(time);
  }

  @Test
  void theHourThatComesTwiceIsNotMistaken() throws Exception {
    Instant second = Instant.parse("2027-10-31T01:30:00Z"); // 02:30 in Berlin, again
    VEvent event = event(read(CalendarText.request(event(second, "Europe/Berlin"), NOW)));
    assertThat(value(event, Property.DTSTART)).isEqualTo("20271031T013000Z");
  }

  /// Some days of two years, and the minutes around each change of the clock.
  private static List<Instant> telling(ZoneId zone) {
    List<Instant> all = new ArrayList<>();
    Instant end = TUESDAY.plus(Duration.ofDays(2 * 366));
    for (Instant day = TUESDAY; day.isBefore(end); day = day.plus(Duration.ofDays(61))) {
      all.add(day);
    }
    ZoneOffsetTransition next = zone.getRules().nextTransition(TUESDAY);
    while (next != null && next.getInstant().isBefore(end)) {
      all.add(next.getInstant().minus(Duration.ofMinutes(1)));
      all.add(next.getInstant().plus(Duration.ofMinutes(61)));
      next = zone.getRules().nextTransition(next.getInstant());
    }
    return all;
  }

  @Test
  void oneCalendarHasMeetingsOfManyPlaces() throws Exception {
    String text =
        CalendarText.publish(
            "Interviews",
            List.of(
                event(TUESDAY, "Europe/Berlin"),
                event(TUESDAY.plus(Duration.ofDays(200)), "Europe/Istanbul"),
                event(TUESDAY.plus(Duration.ofDays(300)), "Europe/Berlin")),
            NOW);
    Calendar calendar = read(text);

    assertThat(calendar.getComponents(Component.VTIMEZONE)).hasSize(2);
    assertThat(calendar.getComponents(Component.VEVENT)).hasSize(3);
    assertThat(calendar.<Property>getRequiredProperty(Property.METHOD))
        .isEqualTo(ImmutableMethod.PUBLISH);
    assertThat(text.lines())
        .allSatisfy(
            line ->
                assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
  }

  @Test
  void whatPeopleTypeCannotBecomeALineOfItsOwn() throws Exception {
    CalendarEvent planned = event(TUESDAY, "UTC");
    CalendarEvent hostile =
        new CalendarEvent(
            planned.uid(),
            0,
            planned.start(),
            planned.end(),
            "UTC",
            "x\r\nATTENDEE:mailto:evil@example.com\u2028END:VEVENT",
            "y\nBEGIN:VALARM",
            planned.url(),
            new CalendarEvent.Organizer("A\"B\r\nSUMMARY:z", "jobs@acme.example"),
            planned.attendee(),
            false,
            NOW,
            NOW,
            List.of());
    VEvent event = event(read(CalendarText.request(hostile, NOW)));

    assertThat(event.getProperties(Property.ATTENDEE)).hasSize(1);
    assertThat(event.getProperties(Property.SUMMARY)).hasSize(1);
    assertThat(event.getAlarms()).isEmpty();
  }

  static CalendarEvent event(Instant start, String zone) {
    return new CalendarEvent(
        "m1@optima",
        3,
        start,
        start.plus(Duration.ofMinutes(30)),
        zone,
        "Görüşme; \"ilk\", 😀 çok uzun bir başlık",
        "Line one\nLine two, with; signs\\n",
        "https://acme.example/m/token.1.seal",
        new CalendarEvent.Organizer("Elif (Acme)", "jobs@acme.example"),
        new CalendarEvent.Attendee("John O'Neil, Dr.", "john@example.com", MeetingAnswer.INVITED),
        false,
        NOW,
        NOW,
        List.of(Duration.ofMinutes(15)));
  }

  private static CalendarEvent cancelled(CalendarEvent e) {
    return new CalendarEvent(
        e.uid(),
        e.sequence() + 1,
        e.start(),
        e.end(),
        e.timeZone(),
        e.title(),
        e.description(),
        e.url(),
        e.organizer(),
        e.attendee(),
        true,
        e.createdAt(),
        e.updatedAt(),
        e.alarms());
  }

  private static Calendar read(String text) throws Exception {
    return new CalendarBuilder().build(new StringReader(text));
  }

  private static VEvent event(Calendar calendar) {
    return (VEvent) calendar.getComponents(Component.VEVENT).getFirst();
  }

  private static String value(VEvent event, String property) {
    return event.getRequiredProperty(property).getValue();
  }

  private static String parameter(VEvent event, String property, String parameter) {
    return event.getRequiredProperty(property).getRequiredParameter(parameter).getValue();
  }
}
