package dev.optima.console.call;

import dev.optima.console.client.CallQuery.Term;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.id.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which calls the history shows; what is null or empty does not matter. A figure elsewhere leads
/// to its rows with one of these.
///
/// @param outcomes one of these
/// @param people one of these is in the call
/// @param positions the applicant applied for one of these
/// @param from inclusive, by when it was placed
/// @param to exclusive
/// @param words are somewhere in it
/// @param minLength seconds that both sides were together, inclusive
/// @param maxLength exclusive
/// @param minScore inclusive
/// @param maxScore exclusive
/// @param weekday 1 (Monday) to 7
/// @param hour 0 to 23
/// @param rang only what counts as a ring (see [dev.optima.protocol.rest.CallAnalytics])
public record HistoryFilter(
    Set<CallOutcome> outcomes,
    List<Person> people,
    List<String> positions,
    @Nullable Instant from,
    @Nullable Instant to,
    String words,
    @Nullable Long minLength,
    @Nullable Long maxLength,
    @Nullable Double minScore,
    @Nullable Double maxScore,
    @Nullable Integer weekday,
    @Nullable Integer hour,
    boolean rang) {

  /// Everything that is over.
  public static final HistoryFilter ALL =
      new HistoryFilter(
          Set.of(), List.of(), List.of(), null, null, "", null, null, null, null, null, null,
          false);

  /// Somebody of the team, or an applicant.
  public record Person(UserId id, String name) {}

  public HistoryFilter {
    outcomes = Set.copyOf(outcomes);
    people = List.copyOf(people);
    positions = List.copyOf(positions);
  }

  /// Calls that ended in one of these ways.
  public HistoryFilter outcomes(Set<CallOutcome> wanted) {
    return new HistoryFilter(
        wanted, people, positions, from, to, words, minLength, maxLength, minScore, maxScore,
        weekday, hour, rang);
  }

  public HistoryFilter outcomes(CallOutcome... wanted) {
    return outcomes(Set.of(wanted));
  }

  /// Calls in which one of these people was.
  public HistoryFilter people(List<Person> wanted) {
    return new HistoryFilter(
        outcomes, wanted, positions, from, to, words, minLength, maxLength, minScore, maxScore,
        weekday, hour, rang);
  }

  public HistoryFilter positions(List<String> wanted) {
    return new HistoryFilter(
        outcomes, people, wanted, from, to, words, minLength, maxLength, minScore, maxScore,
        weekday, hour, rang);
  }

  /// Calls that were placed in `[from, to)`.
  public HistoryFilter period(@Nullable Instant from, @Nullable Instant to) {
    return new HistoryFilter(
        outcomes, people, positions, from, to, words, minLength, maxLength, minScore, maxScore,
        weekday, hour, rang);
  }

  public HistoryFilter words(String wanted) {
    return new HistoryFilter(
        outcomes, people, positions, from, to, wanted, minLength, maxLength, minScore, maxScore,
        weekday, hour, rang);
  }

  /// Calls of `[min, max)` seconds.
  public HistoryFilter length(@Nullable Long min, @Nullable Long max) {
    return new HistoryFilter(
        outcomes, people, positions, from, to, words, min, max, minScore, maxScore, weekday, hour,
        rang);
  }

  /// Calls with a score in `[min, max)`.
  public HistoryFilter score(@Nullable Double min, @Nullable Double max) {
    return new HistoryFilter(
        outcomes, people, positions, from, to, words, minLength, maxLength, min, max, weekday, hour,
        rang);
  }

  /// Calls of an hour of the week.
  public HistoryFilter hourOfWeek(@Nullable Integer day, @Nullable Integer hour) {
    return new HistoryFilter(
        outcomes, people, positions, from, to, words, minLength, maxLength, minScore, maxScore, day,
        hour, rang);
  }

  /// Only what counts as a ring.
  public HistoryFilter rang(boolean wanted) {
    return new HistoryFilter(
        outcomes, people, positions, from, to, words, minLength, maxLength, minScore, maxScore,
        weekday, hour, wanted);
  }

  /// As the backend is asked.
  ///
  /// @param zone of weekdays and hours
  public List<Term> terms(ZoneId zone) {
    List<Term> terms = new ArrayList<>();
    terms.add(new Term("state", "over"));
    for (CallOutcome outcome : new TreeSet<>(outcomes)) {
      terms.add(new Term("outcome", outcome.name().toLowerCase(Locale.ROOT)));
    }
    people.forEach(person -> terms.add(new Term("person", person.id().value())));
    positions.forEach(position -> terms.add(new Term("position", position)));
    add(terms, "from", from);
    add(terms, "to", to);
    add(terms, "q", words.isBlank() ? null : words.strip());
    add(terms, "min_length", minLength);
    add(terms, "max_length", maxLength);
    add(terms, "min_score", minScore);
    add(terms, "max_score", maxScore);
    add(terms, "weekday", weekday);
    add(terms, "hour", hour);
    add(terms, "rang", rang ? "true" : null);
    add(terms, "time_zone", weekday == null && hour == null ? null : zone.getId());
    return terms;
  }

  private static void add(List<Term> terms, String name, @Nullable Object value) {
    if (value != null) {
      terms.add(new Term(name, value.toString()));
    }
  }
}
