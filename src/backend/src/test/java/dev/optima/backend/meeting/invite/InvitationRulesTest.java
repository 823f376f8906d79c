package dev.optima.backend.meeting.invite;

import static dev.optima.backend.meeting.invite.Received.parts;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.optima.backend.store.Engine;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.CancelMeeting;
import jakarta.mail.BodyPart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Outlook, Gmail and Apple's Mail ask of an invitation, an update and a cancellation before
/// they offer to answer and change a calendar: RFC 5545, 5546 and 6047, and what Microsoft writes
/// in [MS-OXCICAL]. Read from received mails with ical4j, not with what wrote them.
class InvitationRulesTest {
  /// Tuesday, 13:00 in Istanbul.
  private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");

  @TempDir private Path folder;
  private final List<MimeMessage> mails = new ArrayList<>();
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

  /// An invitation, an update and a cancellation.
  @BeforeEach
  void send() {
    server.start();
    try (MailedWorld world =
        new MailedWorld(Engine.SQLITE.open(folder), server.getSmtp().getPort())) {
      Meeting planned = world.plan(TUESDAY);
      world.courier.round();
      world.world.clock.advance(Duration.ofMinutes(5));
      Meeting moved = world.move(planned, TUESDAY.plus(Duration.ofHours(1)));
      world.courier.round();
      world.world.clock.advance(Duration.ofMinutes(5));
      world.meetings.cancel(world.elif, moved.meetingId(), new CancelMeeting("Filled", null, null));
      world.courier.round();
      mails.addAll(List.of(server.getReceivedMessages()));
      assertThat(mails).hasSize(3);
    }
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  /// Gmail and Outlook act on the last alternative, and only if its type says what its text says
  /// (RFC 6047, 2.4); Apple's Mail and others open the file.
  @Test
  void theCalendarIsTheLastAlternativeAndAFile() throws Exception {
    List<String> methods = List.of("REQUEST", "REQUEST", "CANCEL");
    List<String> files = List.of("invite.ics", "invite.ics", "cancel.ics");
    for (int i = 0; i < mails.size(); i++) {
      MimeMultipart whole = (MimeMultipart) mails.get(i).getContent();
      MimeMultipart alternatives = (MimeMultipart) whole.getBodyPart(0).getContent();
      assertThat(new ContentType(alternatives.getContentType()).getSubType())
          .isEqualTo("alternative");
      BodyPart part = alternatives.getBodyPart(alternatives.getCount() - 1);
      var type = new ContentType(part.getContentType());
      assertThat(type.getBaseType()).isEqualTo("text/calendar");
      assertThat(type.getParameter("method")).isEqualTo(methods.get(i));
      assertThat(type.getParameter("charset")).isEqualToIgnoringCase("utf-8");
      assertThat(part.getDisposition()).isNotEqualTo(Part.ATTACHMENT);
      assertThat(calendar(i).<Property>getRequiredProperty(Property.METHOD).getValue())
          .isEqualTo(methods.get(i));
      BodyPart file = whole.getBodyPart(1);
      assertThat(file.getFileName()).isEqualTo(files.get(i));
      assertThat(new ContentType(file.getContentType()).getBaseType()).isEqualTo("application/ics");
      assertThat(file.getDisposition()).isEqualTo(Part.ATTACHMENT);
      assertThat(Received.text(file)).isEqualTo(Received.text(part));
    }
  }

  /// Gmail shows no answer buttons to whoever is not an attendee, and warns if the organizer is not
  /// who sent it; Outlook takes an update from the organizer only.
  @Test
  void itIsFromTheOrganizerToTheAttendee() throws Exception {
    for (int i = 0; i < mails.size(); i++) {
      String from = ((InternetAddress) mails.get(i).getFrom()[0]).getAddress();
      String to = ((InternetAddress) mails.get(i).getAllRecipients()[0]).getAddress();
      assertThat(value(i, Property.ORGANIZER)).isEqualTo("mailto:" + from);
      assertThat(parameter(i, Property.ORGANIZER, Parameter.CN)).contains("Name of elif");
      assertThat(event(i).getProperties(Property.ATTENDEE)).hasSize(1);
      assertThat(value(i, Property.ATTENDEE)).isEqualTo("mailto:" + to);
      assertThat(parameter(i, Property.ATTENDEE, Parameter.ROLE)).isEqualTo("REQ-PARTICIPANT");
      assertThat(parameter(i, Property.ATTENDEE, Parameter.PARTSTAT)).isEqualTo("NEEDS-ACTION");
      assertThat(parameter(i, Property.ATTENDEE, Parameter.CN)).isEqualTo("Name of john");
    }
    assertThat(parameter(0, Property.ATTENDEE, Parameter.RSVP)).isEqualTo("TRUE");
    assertThat(parameter(1, Property.ATTENDEE, Parameter.RSVP)).isEqualTo("TRUE");
  }

  /// An update without the same UID is a second entry, one without a higher SEQUENCE is dropped,
  /// and of two with the same the later DTSTAMP wins (RFC 5546, 2.1.5).
  @Test
  void anUpdateIsOfTheSameEntryAndNewer() throws Exception {
    for (int i = 1; i < mails.size(); i++) {
      assertThat(value(i, Property.UID)).isEqualTo(value(i - 1, Property.UID));
      assertThat(Integer.parseInt(value(i, Property.SEQUENCE)))
          .isGreaterThan(Integer.parseInt(value(i - 1, Property.SEQUENCE)));
      assertThat(value(i, Property.DTSTAMP))
          .endsWith("Z")
          .isGreaterThan(value(i - 1, Property.DTSTAMP));
    }
    assertThat(List.of(value(0, Property.STATUS), value(1, Property.STATUS)))
        .containsOnly("CONFIRMED");
    assertThat(value(2, Property.STATUS)).isEqualTo("CANCELLED");
    assertThat(value(0, Property.TRANSP)).isEqualTo("OPAQUE");
    assertThat(value(2, Property.TRANSP)).isEqualTo("TRANSPARENT");
    assertThat(value(1, Property.DTSTART)).isEqualTo("20261124T140000");
    assertThat(value(2, Property.DTSTART)).isEqualTo("20261124T140000");
  }

  /// A TZID needs a VTIMEZONE of the same name (RFC 5545, 3.2.19), and Outlook shows the wrong hour
  /// without one.
  @Test
  void itsPlaceIsInTheFile() throws Exception {
    for (int i = 0; i < mails.size(); i++) {
      assertThat(calendar(i).getComponents(Component.VTIMEZONE)).hasSize(1);
      VTimeZone zone = (VTimeZone) calendar(i).getComponents(Component.VTIMEZONE).getFirst();
      String name = zone.getRequiredProperty(Property.TZID).getValue();
      assertThat(name).isEqualTo("Europe/Istanbul");
      assertThat(zone.getObservances()).isNotEmpty();
      assertThat(parameter(i, Property.DTSTART, Parameter.TZID)).isEqualTo(name);
      assertThat(parameter(i, Property.DTEND, Parameter.TZID)).isEqualTo(name);
    }
  }

  @Test
  void itRemindsUnlessItIsCancelled() throws Exception {
    for (int i = 0; i < 2; i++) {
      assertThat(event(i).getAlarms())
          .singleElement()
          .satisfies(
              alarm -> {
                assertThat(alarm.getRequiredProperty(Property.ACTION).getValue())
                    .isEqualTo("DISPLAY");
                assertThat(alarm.getRequiredProperty(Property.TRIGGER).getValue())
                    .isEqualTo("-PT15M");
                assertThat(alarm.getRequiredProperty(Property.DESCRIPTION).getValue()).isNotBlank();
              });
    }
    assertThat(event(2).getAlarms()).isEmpty();
  }

  /// RFC 5545, 3.1: lines end with CRLF and have 75 octets at most.
  @Test
  void itIsValidToTheLetter() throws Exception {
    for (int i = 0; i < mails.size(); i++) {
      assertThat(calendar(i).validate().hasErrors()).isFalse();
      assertThat(calendar(i).<Property>getRequiredProperty(Property.VERSION).getValue())
          .isEqualTo("2.0");
      assertThat(calendar(i).getProperties(Property.PRODID)).hasSize(1);
      String text = text(i);
      assertThat(text).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
      assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
    }
  }

  /// A file that one takes oneself asks nobody (RFC 5546, 3.2.1).
  @Test
  void aFileOfOnesOwnHasNoAttendees() throws Exception {
    CalendarEvent event = CalendarTextTest.event(TUESDAY, "Europe/Berlin");
    String text = CalendarText.publish("Interviews", List.of(event), TUESDAY);
    Calendar calendar = new CalendarBuilder().build(new StringReader(text));
    VEvent read = (VEvent) calendar.getComponents(Component.VEVENT).getFirst();
    assertThat(read.getProperties(Property.ATTENDEE)).isEmpty();
    assertThat(read.<Temporal>getDateTimeStart()).isNotNull();
  }

  private String text(int mail) throws Exception {
    return Received.text(parts((MimeMultipart) mails.get(mail).getContent()).get(3));
  }

  private Calendar calendar(int mail) throws Exception {
    return new CalendarBuilder().build(new StringReader(text(mail)));
  }

  private VEvent event(int mail) throws Exception {
    return (VEvent) calendar(mail).getComponents(Component.VEVENT).getFirst();
  }

  private String value(int mail, String property) throws Exception {
    return event(mail).getRequiredProperty(property).getValue();
  }

  private String parameter(int mail, String property, String parameter) throws Exception {
    return event(mail).getRequiredProperty(property).getRequiredParameter(parameter).getValue();
  }
}
