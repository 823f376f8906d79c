package dev.optima.console.call;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.CopyField;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.message.CallRecording;
import dev.optima.protocol.recording.RecordingMode;
import dev.optima.protocol.rest.RecordingHistory;
import dev.optima.protocol.rest.RecordingHistory.Act;
import dev.optima.protocol.rest.RecordingHistory.Consent;
import dev.optima.protocol.rest.RecordingHistory.Recorded;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Whether a call might be recorded, to which words the applicant said what, and what was recorded.
final class ConsentView extends ScrollPane {
  private final Words words;
  private final Consumer<URI> open;
  private final VBox content = new VBox(16);

  /// @param open hands an address to the system
  ConsentView(Words words, Consumer<URI> open) {
    this.words = words;
    this.open = open;
    setId(Ids.CALL_DETAILS_CONSENTS);
    setFitToWidth(true);
    setContent(content);
  }

  void show(RecordingHistory history) {
    List<Node> parts = new ArrayList<>();
    parts.add(state(history.recording().state()));
    history.consents().forEach(consent -> parts.add(consent(consent)));
    parts.add(recordings(history));
    if (!history.acts().isEmpty()) {
      parts.add(acts(history.acts()));
    }
    Nodes.refill(content, parts);
  }

  private HBox state(CallRecording.State state) {
    Label chip =
        switch (state) {
          case OFF -> Nodes.chip(words.get("details.state.off"), "plain");
          case ASKED -> Nodes.chip(words.get("details.state.asked"), "warn");
          case AGREED -> Nodes.chip(words.get("details.state.agreed"), "ok");
          case REFUSED -> Nodes.chip(words.get("details.state.refused"), "plain");
          case WITHDRAWN -> Nodes.chip(words.get("details.state.withdrawn"), "warn");
          case RECORDING -> Nodes.chip(words.get("details.state.recording"), "bad");
        };
    chip.setId(Ids.CALL_DETAILS_STATE);
    String more =
        switch (state) {
          case OFF -> words.get("details.off.more");
          case ASKED -> words.get("details.asked.more");
          case REFUSED -> words.get("details.refused.more");
          case WITHDRAWN -> words.get("details.withdrawn.more");
          case AGREED, RECORDING -> "";
        };
    Label text = Nodes.wrapped(more, "muted");
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row = new HBox(10, chip, text);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private VBox consent(Consent consent) {
    VBox card = new VBox(4);
    card.getStyleClass().add("detail-card");
    String by = consent.askedBy();
    card.getChildren()
        .add(
            line(
                by == null ? words.get("details.asked.planned") : words.get("details.asked.by", by),
                consent.askedAt()));
    if (consent.answeredAt() == null) {
      card.getChildren().add(Nodes.wrapped(words.get("details.unanswered"), "muted"));
    } else {
      boolean given = Boolean.TRUE.equals(consent.given());
      card.getChildren()
          .add(
              line(words.get(given ? "details.given" : "details.not_given"), consent.answeredAt()));
    }
    if (consent.withdrawnAt() != null) {
      card.getChildren().add(line(words.get("details.taken_back"), consent.withdrawnAt()));
    }
    if (consent.text() != null) {
      card.getChildren().addAll(text(consent, consent.text()));
    }
    return card;
  }

  private HBox line(String what, Instant at) {
    Label text = Nodes.wrapped(what);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    Label time = Nodes.label(words.formats().dateAndTime(at), "muted", "tabular");
    time.setMinWidth(Region.USE_PREF_SIZE);
    return new HBox(12, text, time);
  }

  /// The words themselves are there when they are wanted.
  private List<Node> text(Consent consent, String text) {
    Label whole = Nodes.wrapped(text, "consent-words");
    whole.setMaxWidth(Double.MAX_VALUE);
    Nodes.present(whole, false);
    String language =
        words.get("tr".equals(consent.language()) ? "details.turkish" : "details.english");
    Label version =
        Nodes.label(
            words.get("details.version", String.valueOf(consent.textVersion()), language),
            "muted",
            "small");
    Button show = Nodes.button("", words.get("details.show_text"), () -> {}, "link-button");
    show.setOnAction(
        _ -> {
          Nodes.present(whole, !whole.isVisible());
          show.setText(words.get(whole.isVisible() ? "details.hide_text" : "details.show_text"));
        });
    HBox row = new HBox(10, version, show);
    row.setAlignment(Pos.CENTER_LEFT);
    return List.of(row, whole);
  }

  private VBox recordings(RecordingHistory history) {
    VBox box = new VBox(8, Nodes.label(words.get("details.recordings"), "name"));
    if (history.recordings().isEmpty() && history.recording().links().isEmpty()) {
      box.getChildren().add(Nodes.wrapped(words.get("details.nothing"), "muted"));
      return box;
    }
    history.recordings().forEach(stretch -> box.getChildren().add(stretch(stretch)));
    history.recording().links().forEach(link -> box.getChildren().add(link(link)));
    if (history.recording().links().isEmpty()
        && history.recordings().stream().anyMatch(it -> it.mode() == RecordingMode.FILE)) {
      box.getChildren().add(Nodes.wrapped(words.get("details.no_link"), "muted"));
    }
    return box;
  }

  private HBox stretch(Recorded stretch) {
    String what =
        words.get(stretch.mode() == RecordingMode.FILE ? "details.mode.file" : "details.mode.text");
    String from = words.formats().time(stretch.since());
    String until =
        stretch.until() == null
            ? words.get("details.still_runs")
            : words.formats().time(stretch.until());
    return new HBox(12, Nodes.label(what), Nodes.label(from + " – " + until, "muted", "tabular"));
  }

  private HBox link(String link) {
    CopyField field = new CopyField(words, Ids.CALL_DETAILS_LINK, link);
    HBox.setHgrow(field, Priority.ALWAYS);
    Button go = Nodes.button(Ids.CALL_DETAILS_OPEN, words.get("details.open"), () -> follow(link));
    return new HBox(8, field, go);
  }

  private void follow(String link) {
    try {
      open.accept(new URI(link));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the backend keeps only addresses", e);
    }
  }

  private VBox acts(List<Act> acts) {
    VBox box = new VBox(4, Nodes.label(words.get("details.acts"), "name"));
    for (Act act : acts) {
      String what = what(act.act());
      Label text = Nodes.wrapped(act.by() == null ? what : what + " · " + act.by(), "small");
      if (act.act().equals("stray")) {
        text.getStyleClass().add("problem");
      }
      HBox.setHgrow(text, Priority.ALWAYS);
      Label time = Nodes.label(words.formats().time(act.at()), "muted", "small", "tabular");
      time.setMinWidth(Region.USE_PREF_SIZE);
      box.getChildren().add(new HBox(12, time, text));
    }
    return box;
  }

  private String what(String act) {
    return switch (act) {
      case "asked" -> words.get("details.act.asked");
      case "agreed" -> words.get("details.act.agreed");
      case "refused" -> words.get("details.act.refused");
      case "withdrawn" -> words.get("details.act.withdrawn");
      case "started" -> words.get("details.act.started");
      case "stopped" -> words.get("details.act.stopped");
      case "stray" -> words.get("details.act.stray");
      case "failed" -> words.get("details.act.failed");
      case "link" -> words.get("details.act.link");
      case "refused_link" -> words.get("details.act.refused_link");
      case "transcript" -> words.get("details.act.transcript");
      case "transcript_failed" -> words.get("details.act.transcript_failed");
      default -> act;
    };
  }
}
