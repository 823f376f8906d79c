package dev.optima.backend.booking;

import dev.optima.backend.account.Inputs;
import dev.optima.backend.meeting.MeetingInputs;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Ids;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.BookingRule;
import dev.optima.protocol.rest.NewBooking;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody types about a link: made tidy, or refused with the field that is wrong.
final class BookingInputs {
  private static final Duration LIFE = Duration.ofDays(14);
  private static final Duration LONGEST_LIFE = Duration.ofDays(180);
  private static final int MOST_SLOTS = 100;
  private static final int MOST_DAYS = 90;

  private BookingInputs() {}

  /// The link to be, held by nobody.
  static StoredBooking fresh(NewBooking wanted, UserId owner, Instant now) {
    ZoneId zone = ZoneId.of(Inputs.timeZone(wanted.timeZone()));
    Instant until = until(wanted.expiresAt(), now);
    return new StoredBooking(
        Ids.next(),
        MeetingInputs.key(wanted.key()),
        owner,
        wanted.applicantId(),
        Inputs.line("title", wanted.title()),
        MeetingInputs.description(wanted.description()),
        MeetingInputs.length(wanted.durationMinutes()),
        zone,
        offer(wanted, now),
        MeetingInputs.interviewers(
            owner, wanted.interviewerIds() == null ? List.of() : wanted.interviewerIds()),
        now,
        until,
        null,
        null,
        null);
  }

  private static Instant until(@Nullable Instant wanted, Instant now) {
    if (wanted == null) {
      return now.plus(LIFE);
    }
    check(wanted.isAfter(now) && !wanted.isAfter(now.plus(LONGEST_LIFE)), "expires_at");
    return wanted.truncatedTo(ChronoUnit.SECONDS);
  }

  private static Offer offer(NewBooking wanted, Instant now) {
    if ((wanted.slots() == null) == (wanted.rule() == null)) {
      throw Refusal.invalid("slots", "offer either slots or a rule");
    }
    if (wanted.rule() != null) {
      return new Offer(null, rule(wanted.rule(), wanted.durationMinutes()));
    }
    List<Instant> slots =
        List.copyOf(wanted.slots()).stream()
            .map(time -> time.truncatedTo(ChronoUnit.SECONDS))
            .distinct()
            .sorted()
            .toList();
    check(!slots.isEmpty() && slots.size() <= MOST_SLOTS, "slots");
    check(slots.getFirst().isAfter(now), "slots");
    check(!MeetingInputs.isFar(slots.getLast(), now), "slots");
    return new Offer(slots, null);
  }

  private static BookingRule rule(BookingRule rule, int minutes) {
    check(!rule.days().isEmpty(), "rule.days");
    check(Duration.between(rule.from(), rule.to()).toMinutes() >= minutes, "rule.to");
    check(rule.bufferMinutes() >= 0 && rule.bufferMinutes() <= 240, "rule.buffer_minutes");
    check(rule.noticeHours() >= 0 && rule.noticeHours() <= 24 * 30, "rule.notice_hours");
    check(rule.dailyCap() >= 1 && rule.dailyCap() <= 50, "rule.daily_cap");
    check(rule.daysAhead() >= 1 && rule.daysAhead() <= MOST_DAYS, "rule.days_ahead");
    return rule;
  }

  private static void check(boolean fits, String field) {
    if (!fits) {
      throw Refusal.invalid(field, field + " is outside of what is allowed");
    }
  }
}
