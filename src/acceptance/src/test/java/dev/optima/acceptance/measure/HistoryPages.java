package dev.optima.acceptance.measure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.acceptance.client.Rest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How soon the history of a million calls answers: the first page of each filter in each order,
/// and a page far behind it, as a client of the real backend sees it.
final class HistoryPages {
  private static final int ROUNDS = Integer.getInteger("optima.rounds", 5);

  /// How many pages are turned.
  private static final int DEEP = 5;

  private static final List<String> SORTS =
      List.of("when", "length", "quality", "applicant", "outcome", "interviewer");

  private final Medians medians;

  HistoryPages(Medians medians) {
    this.medians = medians;
  }

  /// @param engine `sqlite` or `postgresql`
  /// @param kept where the filled database stays between runs; null to make and delete one
  void run(String engine, @Nullable Path kept) throws Exception {
    try (Filled filled = Filled.open("history", engine, kept)) {
      filled.once(HistoryPages::sqlite, HistoryPages::postgres);
      medians.line(
          "history on %s: %d calls of %d applicants in the database, after %.0f s"
              .formatted(engine, HistoryCalls.CALLS, HistoryCalls.APPLICANTS, filled.seconds()));
      ask(engine, filled.site().admin().rest());
      new InsightFigures(medians).ask(engine, filled.site().admin().rest());
    }
  }

  private static void sqlite(String url) throws Exception {
    HistorySinks.sqlite(url, rows());
  }

  private static void postgres(String url) throws Exception {
    HistorySinks.postgres(url, rows());
  }

  private static HistoryRows rows() {
    return new HistoryRows(new HistoryCalls(System.currentTimeMillis() - 60_000));
  }

  /// What the console asks for, by its name.
  static Map<String, String> questions() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("everything", "");
    all.put("completed", "&outcome=completed");
    all.put("abandoned (2 %)", "&outcome=abandoned");
    all.put("missed or rejected", "&outcome=no_answer&outcome=offline&outcome=rejected");
    all.put("the busiest recruiter (16 %)", "&person=" + HistoryCalls.memberId(0));
    all.put("the calmest recruiter (1 %)", "&person=" + HistoryCalls.memberId(39));
    all.put("one applicant", "&person=" + HistoryCalls.applicantId(17));
    all.put("a position of many", "&position=Software%20Engineer");
    all.put("a position of few", "&position=Barista");
    all.put("last week", "&from=" + java.time.Instant.now().minusSeconds(7 * 86_400));
    all.put("last day", "&from=" + java.time.Instant.now().minusSeconds(86_400));
    all.put("one hour of the week", hour("&weekday=2&hour=10"));
    all.put("an hour of the night", hour("&weekday=7&hour=3"));
    all.put("one weekday", hour("&weekday=1"));
    all.put("longer than an hour", "&min_length=3600");
    all.put("5 to 15 minutes", "&min_length=300&max_length=900");
    all.put("poor", "&max_score=3");
    all.put("excellent (1 %)", "&min_score=4.58");
    all.put("rang", "&rang=true");
    all.put("words: ışıl", words("ışıl"));
    all.put("words: ISIL SAH", words("ISIL SAH"));
    all.put("words: zoe", words("zoe"));
    all.put("words: al", words("al"));
    all.put("words: engineer", words("engineer"));
    all.put("words: no such", words("nosuchname"));
    all.put("words: john smith", words("john smith"));
    all.put("rejected, yet long", "&outcome=rejected&min_length=60");
    all.put("missed, words: engineer", "&outcome=no_answer" + words("engineer"));
    all.put(
        "much at once",
        "&outcome=completed&person="
            + HistoryCalls.memberId(3)
            + "&position=Nurse&min_score=4"
            + hour("&weekday=3&hour=11"));
    return all;
  }

  private static String hour(String when) {
    return when + "&time_zone=Europe%2FIstanbul";
  }

  private static String words(String typed) {
    return "&q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private record Slow(double millis, String what) {}

  private void ask(String engine, Rest rest) {
    List<Slow> slowest = new ArrayList<>();
    medians.line("%-34s %9s %9s %9s   ms".formatted(engine, "p50", "p99", "deep p99"));
    questions()
        .forEach(
            (name, filter) -> {
              List<Double> first = new ArrayList<>();
              List<Double> deep = new ArrayList<>();
              for (String sort : SORTS) {
                for (String order : List.of("asc", "desc")) {
                  String url =
                      "/api/video-calls?limit=50&state=over&sort="
                          + sort
                          + "&order="
                          + order
                          + filter;
                  measure(rest, url, first, deep);
                  slowest.add(
                      new Slow(
                          first.subList(first.size() - ROUNDS, first.size()).stream()
                              .sorted()
                              .toList()
                              .get(ROUNDS / 2),
                          name + ", by " + sort + " " + order));
                }
              }
              medians.line(
                  String.format(
                      Locale.ROOT,
                      "%-34s %9.1f %9.1f %9.1f",
                      name,
                      percentile(first, 50),
                      percentile(first, 99),
                      percentile(deep, 99)));
            });
    slowest.sort(Comparator.comparingDouble(Slow::millis).reversed());
    slowest
        .subList(0, 12)
        .forEach(
            slow ->
                medians.line(
                    String.format(
                        Locale.ROOT,
                        "slow on %s: %7.1f ms %s",
                        engine,
                        slow.millis(),
                        slow.what())));
  }

  private static void measure(Rest rest, String url, List<Double> first, List<Double> deep) {
    String next = "";
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      JsonNode page = rest.get(url).expect(200).body();
      first.add((System.nanoTime() - start) / 1e6);
      next = page.path("next").asText("");
    }
    for (int i = 0; i < DEEP && !next.isEmpty(); i++) {
      long start = System.nanoTime();
      JsonNode page =
          rest.get(url.replace("limit=50", "limit=200") + "&before=" + next).expect(200).body();
      deep.add((System.nanoTime() - start) / 1e6);
      next = page.path("next").asText("");
    }
  }

  private static double percentile(List<Double> values, int percent) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted.length == 0
        ? 0
        : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }
}
