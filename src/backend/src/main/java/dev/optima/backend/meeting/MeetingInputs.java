package dev.optima.backend.meeting;

import dev.optima.backend.account.Inputs;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Ids;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.ScheduleMeeting;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What people type about a meeting: made tidy, or refused with the field that is wrong.
public final class MeetingInputs {
  /// The longest meeting.
  static final Duration LONGEST = Duration.ofHours(12);

  private static final int MAX_KEY = 128;
  private static final int MAX_DESCRIPTION = 5_000;
  private static final int MAX_REASON = 1_000;
  private static final int MAX_INTERVIEWERS = 10;
  private static final int MAX_PROPOSALS = 5;

  /// A time that passed while it was typed is still now.
  private static final Duration SLACK = Duration.ofMinutes(1);

  private static final Duration FARTHEST = Duration.ofDays(2 * 366);

  private MeetingInputs() {}

  /// A key that makes a retry harmless; a new one if none is given.
  public static String key(@Nullable String key) {
    if (key == null) {
      return Ids.next();
    }
    if (key.isEmpty() || key.length() > MAX_KEY || !Inputs.isStorable(key)) {
      throw Refusal.invalid("key", "a key has 1 to " + MAX_KEY + " characters");
    }
    return key;
  }

  /// The details of a meeting.
  ///
  /// @param before what holds where nothing is said
  static MeetingDetails details(ScheduleMeeting wanted, @Nullable MeetingDetails before) {
    return new MeetingDetails(
        Inputs.line("title", wanted.title()),
        description(wanted.description()),
        Inputs.timeZone(wanted.timeZone()),
        sendEmail(wanted, before),
        or(wanted.remind15Min(), before == null || before.remind15Min()),
        or(wanted.waitingRoom(), before != null && before.waitingRoom()),
        or(wanted.consentToRecord(), before != null && before.consentToRecord()),
        text("override_reason", wanted.overrideReason(), MAX_REASON),
        wanted.provider());
  }

  /// Whoever is told by mail stays so: a change of which they are not told leaves reminders and a
  /// cancellation to them.
  private static boolean sendEmail(ScheduleMeeting wanted, @Nullable MeetingDetails before) {
    return before == null
        ? or(wanted.sendEmail(), true)
        : before.sendEmail() || or(wanted.sendEmail(), false);
  }

  /// Refuses what is past, or in the far future.
  static void checkStart(Instant start, Instant now) {
    if (start.isBefore(now.minus(SLACK))) {
      throw Refusal.invalid("scheduled_time", "scheduled_time is in the past");
    }
    if (isFar(start, now)) {
      throw Refusal.invalid("scheduled_time", "scheduled_time is more than two years away");
    }
  }

  /// What the applicant is told about it; null for nothing.
  public static @Nullable String description(@Nullable String text) {
    return text("description", text, MAX_DESCRIPTION);
  }

  /// Whether that is further ahead than anybody plans.
  public static boolean isFar(Instant time, Instant now) {
    return time.isAfter(now.plus(FARTHEST));
  }

  public static Duration length(int minutes) {
    if (minutes < 1 || minutes > LONGEST.toMinutes()) {
      throw Refusal.invalid("duration_minutes", "duration_minutes is 1 to " + LONGEST.toMinutes());
    }
    return Duration.ofMinutes(minutes);
  }

  /// Who leads it: the owner first, nobody twice.
  public static List<UserId> interviewers(UserId owner, List<UserId> wanted) {
    Set<UserId> all = new LinkedHashSet<>(List.of(owner));
    all.addAll(wanted);
    if (all.size() > MAX_INTERVIEWERS) {
      throw Refusal.invalid(
          "interviewer_ids", "a meeting has " + MAX_INTERVIEWERS + " interviewers at most");
    }
    return List.copyOf(all);
  }

  /// Other times that the applicant asks for.
  static @Nullable List<Instant> proposals(@Nullable List<Instant> wanted, Instant now) {
    if (wanted == null || wanted.isEmpty()) {
      return null;
    }
    if (wanted.size() > MAX_PROPOSALS) {
      throw Refusal.invalid("proposals", MAX_PROPOSALS + " proposals at most");
    }
    if (wanted.stream().anyMatch(time -> time.isBefore(now) || isFar(time, now))) {
      throw Refusal.invalid("proposals", "a proposal is in the past, or more than two years away");
    }
    return wanted.stream()
        .map(time -> time.truncatedTo(ChronoUnit.SECONDS))
        .distinct()
        .sorted()
        .toList();
  }

  static @Nullable String note(@Nullable String note) {
    return text("note", note, MAX_REASON);
  }

  static @Nullable String reason(@Nullable String reason) {
    return text("reason", reason, MAX_REASON);
  }

  private static @Nullable String text(String field, @Nullable String value, int most) {
    if (value == null || value.isBlank()) {
      return null;
    }
    if (value.length() > most || !Inputs.isStorable(value)) {
      throw Refusal.invalid(field, field + " has " + most + " characters at most, and no NUL");
    }
    return value.strip();
  }

  private static boolean or(@Nullable Boolean wanted, boolean otherwise) {
    return wanted == null ? otherwise : wanted;
  }
}
