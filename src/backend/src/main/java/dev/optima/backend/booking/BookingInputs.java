package dev.optima.backend.booking;

import dev.optima.backend.account.Inputs;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Ids;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.BookingRule;
import dev.optima.protocol.rest.NewBooking;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody types about a link: made tidy, or refused with the field that is wrong.
final class BookingInputs {
  private static final Duration LIFE = Duration.ofDays(14);
  private static final Duration LONGEST_LIFE = Duration.ofDays(180);
  private static final int LONGEST_MINUTES = 720;
  private static final int MOST_SLOTS = 100;
  private static final int MOST_INTERVIEWERS = 10;
  private static final int MOST_DAYS = 90;
  private static final int MOST_TEXT = 5_000;

  private BookingInputs() {}

  /// The link to be, held by nobody.
  static StoredBooking fresh(NewBooking wanted, UserId owner, Instant now) {
    ZoneId zone = ZoneId.of(Inputs.timeZone(wanted.timeZone()));
    Instant until = until(wanted.expiresAt(), now);
    return new StoredBooking(
        Ids.next(),
        wanted.key() == null ? Ids.next() : key(wanted.key()),
        owner,
        wanted.applicantId(),
        Inputs.line("title", wanted.title()),
        description(wanted.description()),
        length(wanted.durationMinutes()),
        zone,
        offer(wanted, now),
        interviewers(owner, wanted.interviewerIds()),
        now,
        until,
        null,
        null,
        null);
  }

  private static String key(String key) {
    check(!key.isEmpty() && key.length() <= 128 && Inputs.isStorable(key), "key");
    return key;
  }

  private static @Nullable String description(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    check(text.length() <= MOST_TEXT && Inputs.isStorable(text), "description");
    return text.strip();
  }

  private static Duration length(int minutes) {
    check(minutes >= 1 && minutes <= LONGEST_MINUTES, "duration_minutes");
    return Duration.ofMinutes(minutes);
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
    return new Offer(slots, null);
  }

  private static BookingRule rule(BookingRule rule, int minutes) {
    check(!rule.days().isEmpty(), "rule.days");
    check(!rule.from().plusMinutes(minutes).isAfter(rule.to()), "rule.to");
    check(rule.from().isBefore(rule.to()), "rule.to");
    check(rule.bufferMinutes() >= 0 && rule.bufferMinutes() <= 240, "rule.buffer_minutes");
    check(rule.noticeHours() >= 0 && rule.noticeHours() <= 24 * 30, "rule.notice_hours");
    check(rule.dailyCap() >= 1 && rule.dailyCap() <= 50, "rule.daily_cap");
    check(rule.daysAhead() >= 1 && rule.daysAhead() <= MOST_DAYS, "rule.days_ahead");
    return rule;
  }

  private static List<UserId> interviewers(UserId owner, @Nullable List<UserId> wanted) {
    Set<UserId> all = new LinkedHashSet<>(List.of(owner));
    if (wanted != null) {
      all.addAll(wanted);
    }
    check(all.size() <= MOST_INTERVIEWERS, "interviewer_ids");
    return List.copyOf(all);
  }

  private static void check(boolean fits, String field) {
    if (!fits) {
      throw Refusal.invalid(field, field + " is outside of what is allowed");
    }
  }
}
