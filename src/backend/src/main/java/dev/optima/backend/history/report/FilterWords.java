package dev.optima.backend.history.report;

import dev.optima.backend.history.CallFilter;
import dev.optima.backend.history.CallOrder;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A filter in words.
final class FilterWords {
  private final ReportWords words;
  private final Map<UserId, String> names;
  private final List<String> said = new ArrayList<>();

  private FilterWords(ReportWords words, Map<UserId, String> names) {
    this.words = words;
    this.names = names;
  }

  static List<String> of(
      CallFilter filter, CallOrder order, Map<UserId, String> names, ReportWords words) {
    var all = new FilterWords(words, names);
    all.what(filter);
    all.when(filter);
    all.how(filter);
    String by = words.of("sort." + order.by().name().toLowerCase(Locale.ROOT));
    all.say(order.ascending() ? "sort.up" : "sort.down", by);
    return List.copyOf(all.said);
  }

  private void say(String key, Object... values) {
    said.add(words.of(key, values));
  }

  private void what(CallFilter filter) {
    Set<CallState> states = filter.states();
    if (states.isEmpty() && filter.outcomes().isEmpty()) {
      say("report.all");
    }
    if (!states.isEmpty() && !isOver(states)) {
      say("filter.state", list(states, "state."));
    }
    if (!filter.outcomes().isEmpty()) {
      say("filter.outcome", list(filter.outcomes(), "outcome."));
    }
    if (!filter.people().isEmpty()) {
      say(
          "filter.people",
          joined(
              filter.people().stream()
                  .map(person -> names.getOrDefault(person, words.of("unknown.person")))));
    }
    if (!filter.positions().isEmpty()) {
      say("filter.positions", joined(filter.positions().stream()));
    }
    if (!filter.words().isBlank()) {
      say("filter.words", filter.words().strip());
    }
  }

  private static boolean isOver(Set<CallState> states) {
    return Arrays.stream(CallState.values())
        .filter(CallState::isTerminal)
        .allMatch(states::contains);
  }

  private void when(CallFilter filter) {
    if (filter.from() != null) {
      say("filter.from", words.time(filter.from()));
    }
    if (filter.to() != null) {
      say("filter.to", words.time(filter.to()));
    }
    Integer day = filter.time().weekday();
    if (day != null) {
      say("filter.weekday", words.weekday(day));
    }
    Integer hour = filter.time().hour();
    if (hour != null) {
      say("filter.hour", "%02d:00".formatted(hour), "%02d:00".formatted((hour + 1) % 24));
    }
  }

  private void how(CallFilter filter) {
    Double shortest = filter.length().min();
    Double longest = filter.length().max();
    if (shortest != null) {
      say("filter.minLength", words.length(shortest.longValue()));
    }
    if (longest != null) {
      say("filter.maxLength", words.length(longest.longValue()));
    }
    if (filter.score().min() != null) {
      say("filter.minScore", words.score(filter.score().min()));
    }
    if (filter.score().max() != null) {
      say("filter.maxScore", words.score(filter.score().max()));
    }
    if (filter.rang()) {
      say("filter.rang");
    }
  }

  private String list(Collection<? extends Enum<?>> values, String prefix) {
    return joined(
        values.stream()
            .sorted((a, b) -> Integer.compare(a.ordinal(), b.ordinal()))
            .map(value -> words.of(prefix + value.name().toLowerCase(Locale.ROOT))));
  }

  private static String joined(Stream<String> texts) {
    return texts.collect(Collectors.joining(", "));
  }
}
