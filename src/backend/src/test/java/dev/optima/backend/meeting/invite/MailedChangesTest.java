package dev.optima.backend.meeting.invite;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.optima.backend.store.Engine;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.CancelMeeting;
import dev.optima.protocol.rest.MailPreview;
import dev.optima.protocol.rest.NotifyMeeting;
import dev.optima.protocol.rest.ScheduleMeeting;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What an applicant has by mail when a meeting changes while mails wait, and when not all of it is
/// to be told.
class MailedChangesTest {
  private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");

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
  void anInvitationThatWaitsIsSentThoughAChangeIsNotTold(Engine engine) throws Exception {
    try (MailedWorld world = world(engine)) {
      Meeting planned = world.meetings.schedule(world.elif, wish(world, "First", null)).meeting();
      change(world, planned, "Second", false);
      world.courier.round();
      assertThat(subjects()).singleElement().asString().startsWith("Optima mülakatı: Second");

      change(world, planned, "Third", false);
      world.courier.round();
      assertThat(subjects()).as("now it was sent").hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoWasNotInvitedByMailIsInvitedByAChange(Engine engine) throws Exception {
    try (MailedWorld world = world(engine)) {
      Meeting planned = world.meetings.schedule(world.elif, wish(world, "First", false)).meeting();
      world.courier.round();
      assertThat(subjects()).isEmpty();
      ScheduleMeeting told = wish(world, "Second", true);
      MailPreview shown = world.preview().of(world.elif, told, planned.meetingId());
      change(world, planned, "Second", true);
      world.courier.round();
      assertThat(subjects()).singleElement().asString().startsWith("Optima mülakatı: Second");
      assertThat(subjects()).containsExactly(shown.subject());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatNobodyHeardOfIsNotCalledOff(Engine engine) throws Exception {
    try (MailedWorld world = world(engine)) {
      Meeting planned = world.plan(TUESDAY);
      world.meetings.cancel(world.elif, planned.meetingId(), new CancelMeeting(null, true, null));
      world.courier.round();
      assertThat(subjects()).isEmpty();
      assertThat(world.waiting()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInvitationThatIsSentAgainTakesNoReminderBack(Engine engine) throws Exception {
    try (MailedWorld world = world(engine)) {
      Meeting planned = world.plan(TUESDAY);
      world.courier.round();
      world.until(TUESDAY.minus(Duration.ofHours(24)));
      world.sweep();
      world.meetings.tell(
          world.elif, planned.meetingId(), new NotifyMeeting(NotifyMeeting.Kind.INVITATION, null));
      world.courier.round();
      assertThat(subjects()).hasSize(3).anyMatch(one -> one.startsWith("Optima mülakatınız:"));
    }
  }

  /// The mail server was away for a day.
  @ParameterizedTest
  @EnumSource
  void tomorrowsReminderIsNotSentBesideTheNext(Engine engine) throws Exception {
    try (MailedWorld world = world(engine)) {
      world.plan(TUESDAY);
      world.courier.round();
      server.purgeEmailFromAllMailboxes();
      world.until(TUESDAY.minus(Duration.ofHours(24)));
      world.sweep();
      world.until(TUESDAY.minus(Duration.ofMinutes(10)));
      world.sweep();
      world.courier.round();
      assertThat(subjects()).singleElement().asString().contains("birazdan");
    }
  }

  private static void change(MailedWorld world, Meeting planned, String title, boolean told) {
    long version = world.get(planned).version();
    world.meetings.change(world.elif, planned.meetingId(), wish(world, title, told, version));
  }

  private static ScheduleMeeting wish(MailedWorld world, String title, @Nullable Boolean told) {
    return wish(world, title, told, null);
  }

  private static ScheduleMeeting wish(
      MailedWorld world, String title, @Nullable Boolean told, @Nullable Long version) {
    return new ScheduleMeeting(
        null,
        world.john.userId(),
        TUESDAY,
        30,
        title,
        null,
        null,
        "Europe/Berlin",
        told,
        null,
        null,
        null,
        null,
        version,
        null);
  }

  private MailedWorld world(Engine engine) {
    return new MailedWorld(engine.open(folder), server.getSmtp().getPort());
  }

  private List<String> subjects() throws MessagingException {
    List<String> all = new ArrayList<>();
    for (MimeMessage mail : server.getReceivedMessages()) {
      all.add(mail.getSubject());
    }
    return all;
  }
}
