package dev.optima.backend.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.backend.account.Identity;
import dev.optima.backend.analytics.CallTotals;
import dev.optima.backend.analytics.MeetingTotals;
import dev.optima.backend.audit.AuditHistory;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.Story;
import dev.optima.backend.world.World;
import dev.optima.protocol.rest.Booking;
import dev.optima.protocol.rest.NewBooking;
import dev.optima.protocol.rest.PickSlot;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Links with which nobody picked a time go too, and no others.
class BookingExpiryTest {
  private static final Duration KEPT = Duration.ofDays(90);
  private static final Duration OPEN = Duration.ofDays(7);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void aLinkThatNobodyUsedGoesWithItsMails(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, recruiter, mert) -> {
          Identity ayse = world.colleague("elif");
          Retention retention = retention(world);
          Booking unused = offer(world, ayse, mert, "unused");
          mailed(world, mert, unused.bookingId());
          Booking revoked = offer(world, ayse, world.applicant("john"), "revoked");
          world.bookings.revoke(ayse, revoked.bookingId());
          Booking used = offer(world, ayse, world.applicant("maria"), "used");
          String url = Objects.requireNonNull(used.url());
          var pick = new PickSlot(Objects.requireNonNull(slot(world)), null);
          world.bookingLinks.confirm(url.substring(url.lastIndexOf('/') + 1), pick);
          retention.sweep();

          step(world, retention, KEPT.plusSeconds(1));
          assertThat(ids(world)).containsExactlyInAnyOrder(unused.bookingId(), used.bookingId());

          step(world, retention, OPEN.minusSeconds(1));
          assertThat(ids(world)).contains(unused.bookingId());
          step(world, retention, Duration.ofSeconds(1));
          assertThat(ids(world)).containsExactly(used.bookingId());
          for (String table : List.of("mails", "invitations")) {
            assertThat(count(world, table + " WHERE id IN ('m', 'i')")).as(table).isZero();
          }
          for (String table : List.of("booking_codes", "booking_interviewers")) {
            assertThat(count(world, table + " WHERE booking_id NOT IN (SELECT id FROM bookings)"))
                .as(table)
                .isZero();
          }
        });
  }

  private static void step(World world, Retention retention, Duration time) {
    world.clock.advance(time);
    retention.sweep();
  }

  private static Instant slot(World world) {
    return world.clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(2));
  }

  private static Booking offer(World world, Identity ayse, Identity mert, String key) {
    return world.bookings.offer(
        ayse,
        new NewBooking(
            key,
            mert.userId(),
            "First interview",
            null,
            30,
            null,
            "Europe/Berlin",
            List.of(slot(world), slot(world).plus(Duration.ofHours(3))),
            null,
            world.clock.instant().plus(OPEN),
            null));
  }

  private static void mailed(World world, Identity mert, String booking) {
    Instant now = world.clock.instant();
    world.database.<Boolean>write(
        tx -> {
          tx.update(
              "INSERT INTO mails (id, kind, applicant_id, actor_id, actor_name, happened_at,"
                  + " recipient, subject, state, attempts, created_at, queued_at, next_attempt_at,"
                  + " link_expires_at, booking_id) VALUES ('m', 'BOOKING', ?, 'ayse', 'Ayse', ?,"
                  + " 'm@x.org', 'Pick a time', 'SENT', 1, ?, ?, ?, ?, ?)",
              mert.userId(),
              now,
              now,
              now,
              now,
              now,
              booking);
          tx.update(
              "INSERT INTO invitations (id, code_hash, applicant_id, purpose, created_by,"
                  + " created_at, expires_at, mail_id) VALUES ('i', 'h', ?, 'ENTER', 'ayse', ?, ?,"
                  + " 'm')",
              mert.userId(),
              now,
              now);
          return true;
        });
  }

  private static List<String> ids(World world) {
    return world.database.<List<String>>read(
        tx -> tx.list("SELECT id FROM bookings", row -> row.text(1)));
  }

  private static int count(World world, String what) {
    return world.database.<Integer>read(
        tx -> tx.first("SELECT COUNT(*) FROM " + what, row -> row.integer(1)).orElseThrow());
  }

  private static Retention retention(World world) {
    return new Retention(
        world.database,
        new Retention.Terms(KEPT, KEPT.multipliedBy(2)),
        new Retention.Totals(new CallTotals(), new MeetingTotals()),
        new AuditHistory(world.database, world.clock),
        world.time,
        world.clock);
  }
}
