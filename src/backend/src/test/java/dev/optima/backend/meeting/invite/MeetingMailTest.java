package dev.optima.backend.meeting.invite;

import static dev.optima.backend.meeting.invite.Received.event;
import static dev.optima.backend.meeting.invite.Received.parts;
import static dev.optima.backend.meeting.invite.Received.text;
import static dev.optima.backend.meeting.invite.Received.types;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Engine;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.AnswerMeeting;
import dev.optima.protocol.rest.CancelMeeting;
import dev.optima.protocol.rest.MeetingLinkInfo;
import dev.optima.protocol.rest.NotifyMeeting;
import jakarta.mail.BodyPart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Interviews in mailboxes, on both databases, through a real mail server (GreenMail).
class MeetingMailTest {
  /// Tuesday, 11:00 in Berlin, 13:00 in Istanbul.
  private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");

  private static final Pattern LINK = Pattern.compile("https://optima\\.example/m/([^\\s#\"<]+)");

  @TempDir private Path folder;
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @ParameterizedTest
  @EnumSource
  void anInvitationIsAMailThatCalendarsUnderstand(Engine engine) throws Exception {
    try (MailedWorld world = world(engine)) {
      Meeting planned = world.plan(TUESDAY);
      world.courier.round();

      MimeMessage mail = only();
      assertThat(mail.getContentType()).startsWith("multipart/mixed");
      MimeMultipart whole = (MimeMultipart) mail.getContent();
      assertThat(types(whole))
          .containsExactly(
              "multipart/alternative",
              "text/plain",
              "text/html",
              "text/calendar",
              "application/ics");
      BodyPart part = parts(whole).get(3);
      assertThat(part.getContentType().replaceAll("[\\s\"]", "").toLowerCase(java.util.Locale.ROOT))
          .contains("method=request")
          .contains("charset=utf-8");
      BodyPart file = parts(whole).get(4);
      assertThat(file.getFileName()).isEqualTo("invite.ics");
      assertThat(file.getDisposition()).isEqualTo(Part.ATTACHMENT);
      assertThat(text(file)).isEqualTo(text(part));
      VEvent event = event(text(part));
      assertThat(event.getRequiredProperty(Property.UID).getValue())
          .isEqualTo(planned.meetingId() + "@optima");
      assertThat(event.getRequiredProperty(Property.SEQUENCE).getValue()).isEqualTo("0");
      assertThat(event.getRequiredProperty(Property.DTSTART).getValue())
          .isEqualTo("20261124T130000");
      assertThat(event.getRequiredProperty(Property.ORGANIZER).getValue())
          .isEqualTo("mailto:jobs@acme.example");
      assertThat(text(parts(whole).get(1))).contains("13:00").contains("11:00");
      assertThat(world.get(planned).notificationSent()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyChangeIsToldWithAHigherSequenceAndTheEndWithACancellation(Engine engine)
      throws Exception {
    try (MailedWorld world = world(engine)) {
      Meeting planned = world.plan(TUESDAY);
      world.courier.round();
      Meeting moved = world.move(planned, TUESDAY.plus(Duration.ofHours(1)));
      world.courier.round();
      world.meetings.cancel(world.elif, moved.meetingId(), new CancelMeeting("Filled", null, null));
      world.courier.round();

      List<VEvent> events = new ArrayList<>();
      for (MimeMessage mail : server.getReceivedMessages()) {
        events.add(event(text(parts((MimeMultipart) mail.getContent()).get(3))));
      }
      assertThat(events)
          .extracting(event -> event.getRequiredProperty(Property.SEQUENCE).getValue())
          .containsExactly("0", "1", "2");
      assertThat(events)
          .extracting(event -> event.getRequiredProperty(Property.UID).getValue())
          .containsOnly(planned.meetingId() + "@optima");
      assertThat(events.getLast().getRequiredProperty(Property.STATUS).getValue())
          .isEqualTo("CANCELLED");
      MimeMessage last = server.getReceivedMessages()[2];
      assertThat(text(parts((MimeMultipart) last.getContent()).get(1))).contains("Filled");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsOutdatedIsNotSent(Engine engine) throws Exception {
    try (MailedWorld world = world(engine)) {
      Meeting planned = world.plan(TUESDAY);
      Meeting moved = world.move(planned, TUESDAY.plus(Duration.ofHours(1)));
      world.courier.round();
      assertThat(only().getSubject()).startsWith("Optima mülakatı:").endsWith("14:00");

      Meeting again = world.move(moved, TUESDAY.plus(Duration.ofHours(2)));
      world.meetings.cancel(world.elif, again.meetingId(), new CancelMeeting(null, false, null));
      world.courier.round();
      assertThat(server.getReceivedMessages()).hasSize(1);
      assertThat(world.waiting()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theLinkOfAMailActsOnItsMeetingOnlyAndEnds(Engine engine) throws Exception {
    try (MailedWorld world = world(engine)) {
      Meeting planned = world.plan(TUESDAY);
      world.courier.round();
      String token = token(only());

      MeetingLinkInfo info = world.links.look(token);
      assertThat(info.meeting().meetingId()).isEqualTo(planned.meetingId());
      assertThat(info.meeting().jitsiRoomName()).isNull();
      assertThat(world.get(planned).answer()).isEqualTo(MeetingAnswer.INVITED);
      world.links.answer(token, new AnswerMeeting(MeetingAnswer.ACCEPTED, null, "Fine", 0L));
      assertThat(world.get(planned).answer()).isEqualTo(MeetingAnswer.ACCEPTED);
      assertThat(
              event(world.links.calendar(token)).getRequiredProperty(Property.DTSTART).getValue())
          .isEqualTo("20261124T130000");

      String other = token.replace(planned.meetingId().value(), "another");
      String longer = token.replaceFirst("\\.(\\d+)\\.", ".9999999999.");
      for (String forged : List.of(other, longer, token + "x", "x", "a.b.c", "..")) {
        assertThat(refused(() -> world.links.look(forged))).isEqualTo(ErrorCode.INVITATION_EXPIRED);
      }
      world.links.cancel(token, new CancelMeeting("No time", true, null));
      assertThat(world.get(planned).status()).isEqualTo(MeetingStatus.CANCELLED);
      assertThat(refused(() -> world.links.cancel(token, new CancelMeeting(null, null, null))))
          .isEqualTo(ErrorCode.STALE);
      world.world.clock.advance(Duration.ofDays(4));
      assertThat(refused(() -> world.links.look(token))).isEqualTo(ErrorCode.INVITATION_EXPIRED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void remindersGoOutOnceEachAndNoneAfterTheStartOrTheEnd(Engine engine) throws Exception {
    try (MailedWorld world = world(engine)) {
      Meeting planned = world.plan(TUESDAY);
      world.courier.round();
      server.purgeEmailFromAllMailboxes();

      world.until(TUESDAY.minus(Duration.ofHours(24)));
      world.sweep();
      world.sweep();
      world.courier.round();
      assertThat(only().getSubject()).startsWith("Optima mülakatınız:");

      Instant later = TUESDAY.plus(Duration.ofDays(2));
      world.move(world.get(planned), later);
      world.courier.round();
      server.purgeEmailFromAllMailboxes();
      world.until(TUESDAY.minus(Duration.ofMinutes(15)));
      world.sweep();
      world.courier.round();
      assertThat(server.getReceivedMessages()).isEmpty(); // it was moved

      world.until(later.minus(Duration.ofHours(24)));
      world.sweep();
      world.courier.round();
      world.until(later.minus(Duration.ofMinutes(15)));
      world.sweep();
      world.courier.round();
      assertThat(server.getReceivedMessages()).hasSize(2);
      assertThat(world.get(planned).reminderSent()).isTrue();
      world.meetings.tell(
          world.elif, planned.meetingId(), new NotifyMeeting(NotifyMeeting.Kind.REMINDER, null));
      world.courier.round();
      assertThat(server.getReceivedMessages()).hasSize(3);

      world.until(later.plus(Duration.ofMinutes(5)));
      world.sweep();
      world.courier.round();
      assertThat(server.getReceivedMessages()).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aReminderThatWaitedTooLongIsNotSent(Engine engine) throws Exception {
    try (MailedWorld world = world(engine)) {
      Meeting planned = world.plan(TUESDAY);
      world.courier.round();
      server.purgeEmailFromAllMailboxes();
      world.until(TUESDAY.minus(Duration.ofMinutes(15)));
      world.sweep();
      world.until(TUESDAY); // the mail server was away
      world.courier.round();
      assertThat(server.getReceivedMessages()).isEmpty();
      assertThat(world.get(planned).reminderSent()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void twoNodesRemindOnce(Engine engine) throws Exception {
    try (MailedWorld world = world(engine)) {
      world.plan(TUESDAY);
      world.courier.round();
      server.purgeEmailFromAllMailboxes();
      world.until(TUESDAY.minus(Duration.ofMinutes(15)));
      Thread other = Thread.ofVirtual().start(world.secondNode()::sweep);
      world.sweep();
      other.join();
      world.courier.round();
      assertThat(server.getReceivedMessages()).extracting(MimeMessage::getSubject).hasSize(1);
    }
  }

  private MailedWorld world(Engine engine) {
    return new MailedWorld(engine.open(folder), server.getSmtp().getPort());
  }

  private MimeMessage only() {
    assertThat(server.getReceivedMessages()).hasSize(1);
    return server.getReceivedMessages()[0];
  }

  private static String token(MimeMessage mail) throws Exception {
    Matcher link = LINK.matcher(text(parts((MimeMultipart) mail.getContent()).get(1)));
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private static ErrorCode refused(Runnable act) {
    return catchThrowableOfType(Refusal.class, act::run).code();
  }
}
