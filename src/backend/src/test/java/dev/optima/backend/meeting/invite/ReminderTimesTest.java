package dev.optima.backend.meeting.invite;

import static dev.optima.backend.meeting.invite.Received.event;
import static dev.optima.backend.meeting.invite.Received.parts;
import static dev.optima.backend.meeting.invite.Received.read;
import static dev.optima.backend.meeting.invite.Received.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.optima.backend.store.Engine;
import dev.optima.backend.store.StoreConfig;
import dev.optima.backend.world.ManualClock;
import dev.optima.protocol.message.Meeting;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// When reminders come: across restarts, and across changes of the clock.
class ReminderTimesTest {
  /// Tuesday, 13:00 in Istanbul.
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
  void whatWaitedWhenTheProcessDiedIsSentOnceByTheNext(Engine engine) {
    StoreConfig config = engine.fresh(folder);
    ManualClock clock = claimedAndDied(config, TUESDAY.minus(Duration.ofMinutes(15)));
    clock.advance(Duration.ofMinutes(12));
    try (MailedWorld next = again(config, clock)) {
      next.sweep();
      next.courier.round();
      next.courier.round();
      assertThat(server.getReceivedMessages()).hasSize(1);
    }
    clock.advance(Duration.ofMinutes(1));
    try (MailedWorld third = again(config, clock)) {
      third.sweep();
      third.courier.round();
      assertThat(server.getReceivedMessages()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsFoundAfterTheStartIsNotSent(Engine engine) {
    StoreConfig config = engine.fresh(folder);
    ManualClock clock = claimedAndDied(config, TUESDAY.minus(Duration.ofMinutes(15)));
    clock.advance(Duration.ofMinutes(15));
    try (MailedWorld next = again(config, clock)) {
      next.sweep();
      next.courier.round();
      assertThat(server.getReceivedMessages()).isEmpty();
    }
  }

  /// Nobody was there when it was a day away: one who comes an hour before has the next reminder.
  @ParameterizedTest
  @EnumSource
  void tomorrowIsNotToldOfWhenItIsNow(Engine engine) {
    StoreConfig config = engine.fresh(folder);
    var clock = new ManualClock();
    try (MailedWorld first = people(config, clock)) {
      first.plan(TUESDAY);
      first.courier.round();
    }
    purge();
    clock.advance(Duration.between(clock.instant(), TUESDAY.minus(Duration.ofMinutes(10))));
    try (MailedWorld next = again(config, clock)) {
      next.sweep();
      next.courier.round();
      assertThat(server.getReceivedMessages()).hasSize(1);
      assertThat(next.world.bus.to(next.elif.userId()))
          .filteredOn(dev.optima.protocol.message.ServerMessage.Reminder.class::isInstance)
          .hasSize(1);
    }
  }

  /// Though the deadline came again, for whatever reason.
  @ParameterizedTest
  @EnumSource
  void whatWasTakenOnceIsTakenForAll(Engine engine) {
    try (MailedWorld world = people(engine.fresh(folder), new ManualClock())) {
      world.plan(TUESDAY);
      world.courier.round();
      purge();
      world.until(TUESDAY.minus(Duration.ofHours(24)));
      for (int i = 0; i < 2; i++) {
        world.world.database.<Integer>write(
            tx -> tx.update("UPDATE meetings SET day_reminder_at = 1"));
        world.sweep();
        world.courier.round();
      }
      assertThat(server.getReceivedMessages()).hasSize(1);
    }
  }

  /// A process that has taken a reminder, and dies before the mail is sent.
  private ManualClock claimedAndDied(StoreConfig config, Instant at) {
    var clock = new ManualClock();
    try (MailedWorld first = people(config, clock)) {
      first.plan(TUESDAY);
      first.courier.round();
      first.until(TUESDAY.minus(Duration.ofHours(24)));
      first.sweep();
      first.courier.round();
      purge();
      first.until(at);
      first.sweep();
    }
    return clock;
  }

  @ParameterizedTest
  @CsvSource({
    // The day on which the clock is set forward, and back.
    "Europe/Berlin, 2027-03-28T09:00, UTC+02:00",
    "Europe/Berlin, 2027-03-28T03:00, UTC+02:00",
    "Europe/Berlin, 2027-10-31T09:00, UTC+01:00",
    "America/New_York, 2027-03-14T09:00, UTC-04:00",
    "America/New_York, 2027-03-14T03:15, UTC-04:00",
    "America/New_York, 2027-11-07T09:00, UTC-05:00"
  })
  void clocksMayChangeBetween(String place, LocalDateTime at, String offset) throws Exception {
    Instant start = at.atZone(ZoneId.of(place)).toInstant();
    try (MailedWorld world = people(Engine.SQLITE.fresh(folder), new ManualClock())) {
      world.world.database.<Integer>write(
          tx -> tx.update("UPDATE applicants SET language = 'en', time_zone = ?", place));
      world.until(start.minus(Duration.ofDays(3)));
      world.plan(start);
      world.courier.round();
      MimeMultipart invitation = (MimeMultipart) only().getContent();
      String hour = at.toLocalTime() + " – " + at.toLocalTime().plusMinutes(30);
      assertThat(read(parts(invitation).get(1))).contains(hour, offset);
      assertThat(
              event(text(parts(invitation).get(3)))
                  .getRequiredProperty(Property.DTSTART)
                  .getValue())
          .isEqualTo(at.toString().replaceAll("[-:]", "") + "00");
      expectAt(world, start.minus(Duration.ofHours(24)), "near", hour, offset);
      expectAt(world, start.minus(Duration.ofMinutes(15)), "begins soon", hour, offset);
    }
  }

  /// One reminder in this moment, and none a minute before.
  private void expectAt(MailedWorld world, Instant time, String... words) throws Exception {
    purge();
    world.until(time.minus(Duration.ofMinutes(1)));
    world.sweep();
    world.courier.round();
    assertThat(server.getReceivedMessages()).isEmpty();
    world.until(time);
    world.sweep();
    world.courier.round();
    assertThat(read(parts((MimeMultipart) only().getContent()).getFirst())).contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2027-10-31T00:30:00Z, 02:30 UTC+02:00 – 02:00 UTC+01:00, UTC+02:00",
    "Europe/Berlin, 2027-10-31T01:30:00Z, 02:30 – 03:00, UTC+01:00",
    "Europe/Berlin, 2027-03-28T00:45:00Z, 01:45 UTC+01:00 – 03:15 UTC+02:00, UTC+01:00",
    "America/New_York, 2027-11-07T05:30:00Z, 01:30 UTC-04:00 – 01:00 UTC-05:00, UTC-04:00",
    "America/New_York, 2027-11-07T06:30:00Z, 01:30 – 02:00, UTC-05:00"
  })
  void theHourThatComesTwiceIsToldApart(String place, Instant start, String span, String offset)
      throws Exception {
    try (MailedWorld world = people(Engine.SQLITE.fresh(folder), new ManualClock())) {
      world.world.database.<Integer>write(
          tx -> tx.update("UPDATE applicants SET language = 'en', time_zone = ?", place));
      world.until(start.minus(Duration.ofDays(3)));
      Meeting planned = world.plan(start);
      world.courier.round();
      assertThat(planned.scheduledTime()).isEqualTo(start);
      String said = read(parts((MimeMultipart) only().getContent()).get(1));
      assertThat(said).contains(span).contains(offset);
      expectAt(world, start.minus(Duration.ofMinutes(15)), "begins soon", span, offset);
    }
  }

  private MailedWorld people(StoreConfig config, ManualClock clock) {
    MailedWorld world = again(config, clock);
    world.world.colleague("elif");
    world.world.applicant("john");
    return world;
  }

  private MailedWorld again(StoreConfig config, ManualClock clock) {
    return new MailedWorld(config.open(), clock, server.getSmtp().getPort(), List.of());
  }

  private void purge() {
    try {
      server.purgeEmailFromAllMailboxes();
    } catch (com.icegreen.greenmail.store.FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  private MimeMessage only() {
    assertThat(server.getReceivedMessages()).hasSize(1);
    return server.getReceivedMessages()[0];
  }
}
