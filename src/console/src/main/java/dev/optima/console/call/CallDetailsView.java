package dev.optima.console.call;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Formats;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.look.Outcomes;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.rest.RecordingHistory;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What is kept of a call: consent and recordings on one side, what was said on the other.
public final class CallDetailsView extends VBox implements AutoCloseable {
  private static final double WIDTH = 680;
  private static final double HEIGHT = 600;

  private final Words words;
  private final CallDetailsViewModel model;
  private final ConsentView consent;
  private final TranscriptView transcript;
  private final StackPane place = new StackPane();
  private final Label note = Nodes.wrapped("", "muted");
  private final Button retry;
  private final Button consentTab;
  private final Button transcriptTab;
  private final Subscriptions subscriptions = new Subscriptions();
  private Node chosen;
  private @Nullable RecordingHistory drawn;

  /// What it leads to.
  ///
  /// @param open hands an address to the system
  public record Actions(Consumer<URI> open, Runnable close) {}

  public CallDetailsView(Words words, CallDetailsViewModel model, Actions actions) {
    this.words = words;
    this.model = model;
    setId(Ids.CALL_DETAILS);
    setSpacing(12);
    setPrefSize(WIDTH, HEIGHT);
    consent = new ConsentView(words, actions.open());
    transcript = new TranscriptView(words, model);
    chosen = consent;
    consentTab = tab(Ids.CALL_DETAILS_CONSENT, words.get("details.consent"), consent);
    transcriptTab = tab(Ids.CALL_DETAILS_TRANSCRIPT, words.get("details.transcript"), transcript);
    retry = Nodes.button(Ids.CALL_DETAILS_RETRY, words.get("details.retry"), model::load);
    VBox empty = new VBox(12, note, retry);
    empty.setAlignment(Pos.CENTER);
    place.getChildren().setAll(consent, transcript, empty);
    VBox.setVgrow(place, Priority.ALWAYS);
    getChildren().setAll(head(actions), new HBox(8, consentTab, transcriptTab), place);
    subscriptions.update(this::show, model.history(), model.loading(), model.problem());
    subscriptions.list(model.transcript(), this::count);
  }

  private HBox head(Actions actions) {
    CallSnapshot call = model.call();
    String length =
        call.duration() > 0 ? " · " + Formats.length(Duration.ofSeconds(call.duration())) : "";
    VBox who =
        new VBox(
            2,
            Nodes.label(call.applicantName(), "heading"),
            Nodes.label(
                words.formats().dateAndTime(call.createdAt()) + length + " · " + call.callerName(),
                "muted"));
    who.setMinWidth(0);
    HBox.setHgrow(who, Priority.ALWAYS);
    HBox head =
        new HBox(
            12,
            who,
            Nodes.chip(words.get(Outcomes.word(call)), Outcomes.tone(call)),
            Nodes.iconButton(
                Ids.CALL_DETAILS_CLOSE, Feather.X, words.get("common.close"), actions.close()));
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Button tab(String id, String text, Node content) {
    return Nodes.button(
        id,
        text,
        () -> {
          chosen = content;
          show();
        },
        "filter-chip");
  }

  private void count() {
    int lines = model.transcript().size();
    transcriptTab.setText(
        lines == 0
            ? words.get("details.transcript")
            : words.get("details.transcript.count", lines));
  }

  private void show() {
    RecordingHistory history = model.history().get();
    boolean there = history != null;
    if (history != null && !history.equals(drawn)) {
      drawn = history;
      consent.show(history);
    }
    Nodes.present(consent, there && chosen == consent);
    Nodes.present(transcript, there && chosen == transcript);
    on(consentTab, chosen == consent);
    on(transcriptTab, chosen == transcript);
    Message problem = model.problem().get();
    Nodes.present(note, !there);
    Nodes.present(retry, !there && problem != null);
    note.setText(problem == null ? words.get("common.loading") : words.get(problem));
  }

  private static void on(Button tab, boolean on) {
    tab.getStyleClass().remove("on");
    if (on) {
      tab.getStyleClass().add("on");
    }
  }

  /// Gives the keyboard to what is shown.
  public void focusFirst() {
    consentTab.requestFocus();
  }

  @Override
  public void close() {
    subscriptions.close();
    transcript.close();
  }
}
