package dev.optima.backend.history;

import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which calls are asked for; what is null or empty is not asked.
///
/// @param states one of these
/// @param outcomes one of these
/// @param people one of these took part
/// @param positions the applicant applies for one of these, to the letter
/// @param from placed then or later
/// @param to placed before then
/// @param words as typed: all of them, the last as a beginning, among the names, the position and
///   the title of the meeting; only calls that are over are found by words
/// @param length seconds; a call in which the sides never met has none
/// @param score a call in which nothing was measured has none
/// @param rang only what counts as a ring in `CallAnalytics`
public record CallFilter(
    Set<CallState> states,
    Set<CallOutcome> outcomes,
    List<UserId> people,
    List<String> positions,
    @Nullable Instant from,
    @Nullable Instant to,
    String words,
    Range length,
    Range score,
    HourOfWeek time,
    boolean rang) {

  /// Everything.
  public static final CallFilter ALL =
      new CallFilter(
          Set.of(),
          Set.of(),
          List.of(),
          List.of(),
          null,
          null,
          "",
          Range.ANY,
          Range.ANY,
          HourOfWeek.ANY,
          false);

  public CallFilter {
    states = Set.copyOf(states);
    outcomes = Set.copyOf(outcomes);
    people = List.copyOf(people);
    positions = List.copyOf(positions);
  }

  /// At least `min` and less than `max`.
  public record Range(@Nullable Double min, @Nullable Double max) {
    public static final Range ANY = new Range(null, null);

    public boolean isAny() {
      return min == null && max == null;
    }
  }

  /// When in the week it was placed, where the clock goes as in `zone`.
  ///
  /// @param weekday 1 (Monday) to 7
  /// @param hour 0 to 23
  public record HourOfWeek(@Nullable Integer weekday, @Nullable Integer hour, ZoneId zone) {
    public static final HourOfWeek ANY = new HourOfWeek(null, null, ZoneOffset.UTC);

    public boolean isAny() {
      return weekday == null && hour == null;
    }
  }

  /// Whether it asks for what only the team knows of a call.
  boolean isForTheTeam() {
    return !positions.isEmpty() || !words.isBlank() || !score.isAny();
  }
}
