package dev.optima.backend.history.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.optima.backend.account.Identity;
import dev.optima.backend.history.CallExport;
import dev.optima.backend.history.CallFilter;
import dev.optima.backend.history.CallOrder;
import dev.optima.backend.history.CallSearch;
import dev.optima.backend.history.Figures;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.rest.CallRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Calls as one page of HTML that is whole by itself and meant for paper (A4): what was asked, the
/// figures of all that fit, then the calls. Nothing in it is loaded from anywhere or runs.
public final class CallReport {
  /// The most calls in one report.
  public static final int MAX_ROWS = 1_000;

  private static final String STYLE = resource("report.css");

  /// What a browser may do with it: use its own style sheet.
  public static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + hash(STYLE)
          + "'; base-uri 'none'; form-action 'none'";

  private static final List<String> COLUMNS =
      List.of("when", "applicant", "interviewers", "outcome", "length", "quality", "meeting");

  private final CallSearch search;
  private final String organisation;
  private final InstantSource clock;
  private final Template page = Mustache.compiler().compile(resource("report.html"));

  /// @param organisation whose calls they are
  public CallReport(CallSearch search, String organisation, InstantSource clock) {
    this.search = search;
    this.organisation = organisation;
    this.clock = clock;
  }

  /// Writes the report; that it is given out is noted before.
  public String write(
      Identity who, CallFilter filter, CallOrder order, Locale language, ZoneId zone) {
    var words = new ReportWords(language, zone);
    CallExport export = search.export(who, filter, order, MAX_ROWS, "report");
    List<CallRow> rows = new ArrayList<>();
    for (Optional<List<CallRow>> part = export.next(); part.isPresent(); part = export.next()) {
      rows.addAll(part.get());
    }
    Figures figures = search.figures(who, filter);
    Map<String, Object> values = new HashMap<>();
    values.put("language", words.language());
    values.put("policy", POLICY);
    values.put("style", STYLE);
    values.put("organisation", organisation);
    values.put("title", words.of("report.title"));
    values.put("printed", words.of("report.printed", who.name(), words.time(clock.instant())));
    values.put("zone", words.of("report.zone", words.zone()));
    values.put("filters", FilterWords.of(filter, order, search.names(filter.people()), words));
    values.put("figures", figures(figures, words));
    values.put("cut", export.isCut() ? List.of(cut(rows.size(), figures, words)) : List.of());
    values.put("none", rows.isEmpty() ? List.of(words.of("report.none")) : List.of());
    values.put("table", rows.isEmpty() ? List.of() : List.of(table(rows, words)));
    return page.execute(values);
  }

  private static String cut(int rows, Figures figures, ReportWords words) {
    return words.of("report.cut", words.number(rows), words.number(figures.calls()));
  }

  private static List<Map<String, String>> figures(Figures figures, ReportWords words) {
    long interviews = figures.interviews();
    return List.of(
        figure("figure.calls", words.number(figures.calls()), words),
        figure("figure.interviews", words.number(interviews), words),
        figure("figure.answered", words.share(figures.answered(), figures.rings()), words),
        figure(
            "figure.length",
            interviews == 0 ? ReportWords.none() : words.length(figures.seconds() / interviews),
            words),
        figure("figure.talk", words.time(figures.seconds()), words),
        figure("figure.score", words.score(figures.score()), words));
  }

  private static Map<String, String> figure(String key, String value, ReportWords words) {
    return Map.of("name", words.of(key), "value", value);
  }

  private static Map<String, Object> table(List<CallRow> rows, ReportWords words) {
    List<Map<String, String>> columns =
        COLUMNS.stream()
            .map(
                column ->
                    Map.of(
                        "name",
                        words.of("column." + column),
                        "style",
                        column.equals("length") || column.equals("quality")
                            ? column + " number"
                            : column))
            .toList();
    return Map.of("columns", columns, "rows", rows.stream().map(row -> row(row, words)).toList());
  }

  private static Map<String, Object> row(CallRow row, ReportWords words) {
    CallSnapshot call = row.call();
    String outcome =
        call.outcome() == null ? "live" : call.outcome().name().toLowerCase(Locale.ROOT);
    String position = row.position();
    return Map.of(
        "when", words.time(call.createdAt()),
        "applicant", call.applicantName(),
        "position", position == null ? List.of() : List.of(position),
        "interviewers", interviewers(call),
        "outcome", words.of("outcome." + outcome),
        "notes", notes(row, words),
        "length", call.startedAt() == null ? ReportWords.none() : words.length(call.duration()),
        "quality", words.score(row.score()),
        "meeting", Objects.requireNonNullElse(row.meetingTitle(), ""));
  }

  private static String interviewers(CallSnapshot call) {
    return call.participants().stream()
        .filter(person -> !person.userId().equals(call.applicantId()))
        .map(CallSnapshot.Person::name)
        .collect(Collectors.joining(", "));
  }

  private static List<String> notes(CallRow row, ReportWords words) {
    return Stream.of(
            row.drops() > 0 ? words.of("note.drops", row.drops()) : "",
            row.recorded() ? words.of("note.recorded") : "")
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static String hash(String style) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(CallReport.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
