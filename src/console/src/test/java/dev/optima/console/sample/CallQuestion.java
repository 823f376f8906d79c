package dev.optima.console.sample;

import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.rest.CallRow;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is asked of the history, and the plain way to answer it.
record CallQuestion(Map<String, List<String>> terms) {
  private static final List<CallOutcome> NO_RING =
      List.of(CallOutcome.OFFLINE, CallOutcome.CANCELLED);

  static CallQuestion of(String query) {
    Map<String, List<String>> terms = new HashMap<>();
    for (String part : query.split("&")) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        String value = URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8);
        terms.computeIfAbsent(part.substring(0, equals), _ -> new ArrayList<>()).add(value);
      }
    }
    return new CallQuestion(terms);
  }

  private @Nullable String one(String name) {
    List<String> values = terms.get(name);
    return values == null ? null : values.getFirst();
  }

  private String one(String name, String otherwise) {
    String value = one(name);
    return value == null ? otherwise : value;
  }

  String need(String name) {
    String value = one(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  int start() {
    return Integer.parseInt(one("before", "0"));
  }

  int limit() {
    return Integer.parseInt(one("limit", "50"));
  }

  List<CallRow> of(Collection<CallRow> rows) {
    return rows.stream().filter(this::fits).sorted(order()).toList();
  }

  private boolean fits(CallRow row) {
    CallSnapshot call = row.call();
    return fitsState(call)
        && among("outcome", call.outcome() == null ? "" : lower(call.outcome().name()))
        && (!terms.containsKey("person")
            || call.participants().stream()
                .anyMatch(person -> among("person", person.userId().value())))
        && among("position", row.position() == null ? "" : row.position())
        && isIn("length", call.duration())
        && (row.score() == null ? isFree("score") : isIn("score", row.score()))
        && fitsTime(call.createdAt())
        && fitsWords(row)
        && (one("rang") == null || call.meetingId() == null && !NO_RING.contains(call.outcome()));
  }

  private boolean fitsState(CallSnapshot call) {
    String state = one("state");
    return state == null
        || (state.equals("over")
            ? call.state().isTerminal()
            : call.state() == CallState.valueOf(state));
  }

  private boolean fitsTime(Instant at) {
    ZonedDateTime there = at.atZone(ZoneId.of(one("time_zone", "UTC")));
    return !at.isBefore(Instant.parse(one("from", Instant.EPOCH.toString())))
        && at.isBefore(Instant.parse(one("to", "9999-12-31T00:00:00Z")))
        && among("weekday", Integer.toString(there.getDayOfWeek().getValue()))
        && among("hour", Integer.toString(there.getHour()));
  }

  private boolean fitsWords(CallRow row) {
    String all = row.call().applicantName() + " " + row.call().callerName() + " " + row.position();
    return lower(all).contains(lower(one("q", "")));
  }

  private boolean among(String name, String value) {
    return !terms.containsKey(name) || terms.getOrDefault(name, List.of()).contains(value);
  }

  private boolean isFree(String name) {
    return one("min_" + name) == null && one("max_" + name) == null;
  }

  private boolean isIn(String name, double value) {
    return value >= Double.parseDouble(one("min_" + name, "0"))
        && value < Double.parseDouble(one("max_" + name, "1e300"));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private Comparator<CallRow> order() {
    Comparator<CallRow> by =
        switch (one("sort", "when")) {
          case "length" -> Comparator.comparing(row -> row.call().duration());
          case "quality" ->
              Comparator.comparing(CallRow::score, Comparator.nullsFirst(Double::compare));
          case "applicant" -> Comparator.comparing(row -> row.call().applicantName());
          case "outcome" -> Comparator.comparing(row -> String.valueOf(row.call().outcome()));
          case "interviewer" -> Comparator.comparing(row -> row.call().callerName());
          default -> Comparator.comparing(ScriptedCalls::placed);
        };
    Comparator<CallRow> order = one("order", "desc").equals("asc") ? by : by.reversed();
    return order.thenComparing(row -> row.call().callId().value());
  }
}
