package dev.optima.backend.http;

import dev.optima.backend.history.CallExport;
import dev.optima.backend.history.CallFilter;
import dev.optima.backend.history.CallFilter.HourOfWeek;
import dev.optima.backend.history.CallFilter.Range;
import dev.optima.backend.history.CallOrder;
import dev.optima.backend.history.CallSearch;
import dev.optima.backend.history.report.CallReport;
import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.UserId;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The history of calls: pages, CSV, and a report to be printed.
public final class HistoryRoutes {
  private static final String CSV = "text/csv";

  /// Every state in which a call is over.
  private static final String OVER = "over";

  /// The most values of a parameter that may be there more than once.
  private static final int MAX_VALUES = 50;

  private static final int MAX_TYPED = 200;

  private final CallSearch search;
  private final CallReport report;

  public HistoryRoutes(CallSearch search, CallReport report) {
    this.search = search;
    this.report = report;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint("listCalls", Access.SESSION, this::list),
        new Endpoint("callReport", Access.TEAM, this::print));
  }

  private Reply list(ApiRequest request) {
    CallFilter filter = filter(request);
    CallOrder order = order(request);
    if (request.prefers(CSV)) {
      return csv(request, filter, order);
    }
    String before = request.query("before").orElse(null);
    return Reply.ok(search.page(request.identity(), filter, order, before, request.limit()));
  }

  private Reply csv(ApiRequest request, CallFilter filter, CallOrder order) {
    CallExport export = search.export(request.identity(), filter, order, CallCsv.MAX_ROWS, "csv");
    var csv = new CallCsv(export, CallCsv.MAX_ROWS, zone(request), request.identity().isTeam());
    return Reply.parts(CSV + "; charset=utf-8", csv::next)
        .with("Content-Disposition", "attachment; filename=\"calls.csv\"");
  }

  private Reply print(ApiRequest request) {
    Locale language = request.query("language", Locale::forLanguageTag).orElse(Locale.ENGLISH);
    String page =
        report.write(request.identity(), filter(request), order(request), language, zone(request));
    return Reply.text("text/html; charset=utf-8", page)
        .with("Content-Security-Policy", CallReport.POLICY + "; frame-ancestors 'none'")
        .with("X-Frame-Options", "DENY");
  }

  private static CallOrder order(ApiRequest request) {
    CallOrder.By by =
        request
            .query("sort", text -> CallOrder.By.valueOf(text.toUpperCase(Locale.ROOT)))
            .orElse(CallOrder.By.WHEN);
    return new CallOrder(by, request.query("order").filter("asc"::equals).isPresent());
  }

  private static CallFilter filter(ApiRequest request) {
    return new CallFilter(
        states(request),
        Set.copyOf(all(request, "outcome", text -> CallOutcome.valueOf(upper(text)))),
        all(request, "person", UserId::new),
        all(request, "position", text -> text),
        request.time("from").orElse(null),
        request.time("to").orElse(null),
        typed(request),
        range(request, "min_length", "max_length"),
        range(request, "min_score", "max_score"),
        new HourOfWeek(
            request.query("weekday", Integer::valueOf).orElse(null),
            request.query("hour", Integer::valueOf).orElse(null),
            zone(request)),
        request.query("rang").filter("true"::equals).isPresent());
  }

  private static Set<CallState> states(ApiRequest request) {
    Set<CallState> states = EnumSet.noneOf(CallState.class);
    all(request, "state", HistoryRoutes::states).forEach(states::addAll);
    return states;
  }

  private static Set<CallState> states(String text) {
    return text.equals(OVER)
        ? Arrays.stream(CallState.values())
            .filter(CallState::isTerminal)
            .collect(Collectors.toUnmodifiableSet())
        : Set.of(CallState.valueOf(text));
  }

  private static String typed(ApiRequest request) {
    String typed = request.query("q").orElse("");
    if (typed.length() > MAX_TYPED) {
      throw Refusal.invalid("q", "q has up to " + MAX_TYPED + " characters");
    }
    return typed;
  }

  private static <T> List<T> all(ApiRequest request, String name, Function<String, T> type) {
    List<T> values = request.all(name, type);
    if (values.size() > MAX_VALUES) {
      throw Refusal.invalid(name, name + " is there up to " + MAX_VALUES + " times");
    }
    return values;
  }

  private static Range range(ApiRequest request, String min, String max) {
    return new Range(number(request, min), number(request, max));
  }

  private static @Nullable Double number(ApiRequest request, String name) {
    Double number = request.query(name, Double::valueOf).orElse(null);
    if (number != null && !Double.isFinite(number)) {
      throw Refusal.invalid(name, name + " is a number");
    }
    return number;
  }

  private static ZoneId zone(ApiRequest request) {
    return request.query("time_zone", ZoneId::of).orElse(ZoneOffset.UTC);
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
