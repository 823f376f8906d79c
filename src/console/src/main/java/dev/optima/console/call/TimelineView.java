package dev.optima.console.call;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.call.CallHappening;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.rest.CallDetails;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What happened in a call, a line each; what repeats itself is one line until it is unfolded.
final class TimelineView extends ScrollPane {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private static final double TIME_WIDTH = 56;

  private final Words words;
  private final VBox lines = new VBox();
  private final Set<CallHappening> unfolded = new HashSet<>();
  private @Nullable CallDetails shown;

  TimelineView(Words words) {
    this.words = words;
    setId(Ids.CALL_TIMELINE);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setContent(lines);
  }

  void show(CallDetails details) {
    if (details.equals(shown)) {
      return;
    }
    shown = details;
    List<Node> all = new ArrayList<>();
    LocalDate day = null;
    for (TimelineEntry entry : TimelineEntry.of(details.timeline())) {
      LocalDate itsDay = words.formats().day(entry.first().at());
      if (day != null && !day.equals(itsDay)) {
        all.add(Nodes.label(words.formats().weekday(entry.first().at()), "small", "muted"));
      }
      day = itsDay;
      all.addAll(nodes(entry, details.call().call()));
    }
    if (all.isEmpty()) {
      all.add(Nodes.wrapped(words.get("timeline.none"), "muted"));
    }
    Nodes.refill(lines, all);
  }

  private List<Node> nodes(TimelineEntry entry, CallSnapshot call) {
    if (entry.times() > 1 && !unfolded.contains(entry.first())) {
      return List.of(folded(entry));
    }
    return entry.events().stream().<Node>map(one -> line(one, call)).toList();
  }

  private Node folded(TimelineEntry entry) {
    String what =
        entry.events().stream()
            .limit(entry.kinds())
            .map(one -> words.get(HappeningWords.what(one.kind())))
            .collect(Collectors.joining(" · "));
    String times = words.get("timeline.times", entry.times(), time(entry.last()));
    Node all =
        Nodes.button(
            Ids.CALL_TIMELINE_ALL, words.get("timeline.all"), () -> unfold(entry), "link-button");
    Label text = Nodes.wrapped(what, "timeline-what");
    HBox below = new HBox(8, Nodes.wrapped(by(entry.first().name(), times), "small", "muted"), all);
    below.setAlignment(Pos.CENTER_LEFT);
    return row(entry.first(), text, below);
  }

  private void unfold(TimelineEntry entry) {
    CallDetails now = shown;
    if (now != null) {
      unfolded.add(entry.first());
      shown = null;
      show(now);
    }
  }

  private Node line(CallHappening one, CallSnapshot call) {
    Label text = Nodes.wrapped(words.get(HappeningWords.what(one.kind())), "timeline-what");
    String more = by(one.name(), HappeningWords.more(one, call).map(words::get).orElse(null));
    Label below = Nodes.wrapped(more, "small", "muted");
    Nodes.present(below, !more.isEmpty());
    return row(one, text, below);
  }

  private static String by(@Nullable String name, @Nullable String more) {
    return Stream.of(name, more)
        .filter(part -> part != null && !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private Node row(CallHappening one, Label what, Node below) {
    Label when = Nodes.label(time(one), "tabular", "small", "muted");
    when.setMinWidth(TIME_WIDTH);
    when.setPrefWidth(TIME_WIDTH);
    StackPane dot = new StackPane(Nodes.icon(HappeningWords.icon(one.kind())));
    dot.getStyleClass().addAll("timeline-dot", "timeline-" + HappeningWords.tone(one.kind()));
    VBox text = new VBox(1, what, below);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row = new HBox(10, when, dot, text);
    row.getStyleClass().add("timeline-row");
    return row;
  }

  private String time(CallHappening one) {
    return TIME.format(one.at().atZone(words.formats().zone()));
  }
}
