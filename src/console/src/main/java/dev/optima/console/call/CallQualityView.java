package dev.optima.console.call;

import dev.optima.console.chart.ChartExport;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.rest.CallQuality;
import dev.optima.protocol.rest.CallQuality.Person;
import dev.optima.protocol.rest.CallQuality.Reason;
import dev.optima.protocol.rest.CallQuality.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// How well a call went: a score, why it was bad, and a graph of each figure.
final class CallQualityView extends ScrollPane {
  private static final double GOOD = 4;
  private static final double FAIR = 3;

  private final Words words;
  private final ReasonWords reasonWords;
  private final VBox content = new VBox(12);
  private final List<QualityGraph> graphs;
  private @Nullable CallQuality shown;

  CallQualityView(Words words, ChartExport export) {
    this.words = words;
    reasonWords = new ReasonWords(words.numbers());
    graphs =
        Stream.of(QualityFigure.values())
            .map(figure -> new QualityGraph(words, export, figure))
            .toList();
    setId(Ids.CALL_QUALITY_GRAPHS);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setContent(content);
  }

  void show(CallQuality quality) {
    if (quality.equals(shown)) {
      return;
    }
    shown = quality;
    List<Person> people =
        quality.people().stream().filter(person -> !person.samples().isEmpty()).toList();
    List<Node> parts = new ArrayList<>();
    if (quality.score() == null && people.isEmpty()) {
      parts.add(Nodes.wrapped(words.get("quality.none"), "muted"));
    } else {
      parts.add(scores(quality));
      parts.add(reasons(quality));
      if (people.isEmpty()) {
        parts.add(Nodes.wrapped(words.get("quality.noGraph"), "muted", "small"));
      } else {
        people.stream().map(this::pictures).flatMap(Optional::stream).forEach(parts::add);
        draw(people);
        graphs.forEach(graph -> parts.add(graph.card()));
      }
    }
    if (!content.getChildren().equals(parts)) {
      Nodes.refill(content, parts);
    }
  }

  private void draw(List<Person> people) {
    Instant from = ends(people, List::getFirst).min(Comparator.naturalOrder()).orElseThrow();
    Instant to = ends(people, List::getLast).max(Comparator.naturalOrder()).orElseThrow();
    graphs.forEach(graph -> graph.show(people, from, to));
  }

  private static Stream<Instant> ends(List<Person> people, Function<List<Sample>, Sample> which) {
    return people.stream().map(Person::samples).map(which).map(Sample::at);
  }

  private Node scores(CallQuality quality) {
    HBox row =
        new HBox(
            10,
            score("quality.whole", quality.score()),
            score("quality.sound", quality.audio()),
            score("quality.video", quality.video()));
    row.setId(Ids.CALL_QUALITY_SCORES);
    return row;
  }

  private Node score(String key, @Nullable Double value) {
    String word = words.get(key);
    Label figure =
        Nodes.label(value == null ? "—" : words.numbers().decimal(value), "figure", tone(value));
    String judged =
        value == null
            ? words.get("quality.notMeasured")
            : words.get(
                value >= GOOD ? "quality.good" : value >= FAIR ? "quality.fair" : "quality.poor");
    VBox card =
        new VBox(1, Nodes.label(word, "small", "muted"), figure, Nodes.label(judged, "small"));
    card.getStyleClass().add("detail-card");
    card.setMinWidth(0);
    card.setPrefWidth(1);
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  private static String tone(@Nullable Double value) {
    return value == null ? "muted" : value >= GOOD ? "good" : value < FAIR ? "poor" : "fair";
  }

  private Node reasons(CallQuality quality) {
    VBox box = new VBox(8);
    box.setId(Ids.CALL_QUALITY_REASONS);
    Double score = quality.score();
    if (!quality.reasons().isEmpty()) {
      box.getChildren().add(Nodes.label(words.get("quality.why"), "heading"));
      quality.reasons().forEach(reason -> box.getChildren().add(reason(reason)));
    } else if (score != null) {
      box.getChildren()
          .add(
              Nodes.wrapped(
                  words.get(score >= GOOD ? "quality.fine" : "quality.noReason"), "muted"));
    }
    return box;
  }

  private Node reason(Reason reason) {
    String more =
        Stream.of(
                Optional.of(ReasonWords.side(reason)),
                reasonWords.share(reason),
                reasonWords.value(reason))
            .flatMap(Optional::stream)
            .map(words::get)
            .collect(Collectors.joining(" · "));
    VBox card =
        new VBox(
            2,
            Nodes.wrapped(words.get(ReasonWords.what(reason.cause())), "name"),
            Nodes.wrapped(more, "small"),
            Nodes.wrapped(words.get(ReasonWords.advice(reason.cause())), "small", "muted"));
    card.getStyleClass().add("detail-card");
    return card;
  }

  /// What picture somebody had for most of the time.
  private Optional<Node> pictures(Person person) {
    Map<List<Integer>, Long> sizes =
        person.samples().stream()
            .filter(sample -> sample.width() != null && sample.height() != null)
            .map(
                sample ->
                    List.of(
                        Objects.requireNonNull(sample.width()),
                        Objects.requireNonNull(sample.height())))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return sizes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .map(
            size ->
                Nodes.wrapped(
                    words.get(
                        "quality.pictureMostly",
                        person.name(),
                        size.get(0).toString(),
                        size.get(1).toString()),
                    "small",
                    "muted"));
  }
}
