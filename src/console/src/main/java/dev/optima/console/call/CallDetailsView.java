package dev.optima.console.call;

import dev.optima.console.chart.ChartExport;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.id.RoomId;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A call, opened: what happened in it, how well it went, whether it was recorded, what was said.
public final class CallDetailsView extends VBox implements AutoCloseable {
  private static final double WIDTH = 680;
  private static final double HEIGHT = 600;

  private final Words words;
  private final CallDetailsViewModel model;
  private final TranscriptView transcript;
  private final StackPane place = new StackPane();
  private final Map<Button, Node> tabs = new LinkedHashMap<>();
  private final Subscriptions subscriptions = new Subscriptions();

  /// What it leads to.
  ///
  /// @param open hands an address to the system
  /// @param callBack rings the applicant of a room
  /// @param room opens a room
  public record Actions(
      Consumer<URI> open, Consumer<RoomId> callBack, Consumer<RoomId> room, Runnable close) {}

  public CallDetailsView(
      Words words, CallDetailsViewModel model, ChartExport export, Actions actions) {
    super(12);
    this.words = words;
    this.model = model;
    setId(Ids.CALL_DETAILS);
    getStyleClass().add("call-details");
    setPrefSize(WIDTH, HEIGHT);
    CallDetailsHead head = new CallDetailsHead(words, model, actions);
    TimelineView timeline = new TimelineView(words);
    CallQualityView quality = new CallQualityView(words, export);
    ConsentView consent = new ConsentView(words, actions.open());
    transcript = new TranscriptView(words, model.kept());
    tab(
        Ids.CALL_DETAILS_TIMELINE,
        "details.timeline",
        pane(model.details(), Ids.CALL_TIMELINE_RETRY, timeline, timeline::show));
    tab(
        Ids.CALL_DETAILS_QUALITY,
        "details.quality",
        pane(model.quality(), Ids.CALL_QUALITY_RETRY, quality, quality::show));
    tab(
        Ids.CALL_DETAILS_CONSENT,
        "details.consent",
        pane(
            model.kept().kept(),
            Ids.CALL_DETAILS_RETRY,
            consent,
            kept -> consent.show(kept.history())));
    Button said =
        tab(
            Ids.CALL_DETAILS_TRANSCRIPT,
            "details.transcript",
            pane(model.kept().kept(), Ids.CALL_TRANSCRIPT_RETRY, transcript, _ -> {}));
    place.getChildren().setAll(tabs.values());
    VBox.setVgrow(place, Priority.ALWAYS);
    getChildren().setAll(head, new FlowPane(8, 6, tabs.keySet().toArray(Node[]::new)), place);
    choose(tabs.keySet().iterator().next());
    subscriptions.follow(model.details().answer(), head::show);
    subscriptions.list(model.kept().transcript(), () -> count(said));
  }

  private <T> AnswerPane<T> pane(Asked<T> asked, String retry, Node content, Consumer<T> fill) {
    AnswerPane<T> pane = new AnswerPane<>(words, asked, retry, content, fill);
    subscriptions.add(pane::close);
    return pane;
  }

  private Button tab(String id, String key, Node content) {
    Button[] made = new Button[1];
    made[0] = Nodes.button(id, words.get(key), () -> choose(made[0]), "filter-chip");
    tabs.put(made[0], content);
    return made[0];
  }

  private void choose(Button tab) {
    tabs.forEach(
        (button, content) -> {
          Nodes.present(content, button == tab);
          button.getStyleClass().remove("on");
        });
    tab.getStyleClass().add("on");
  }

  private void count(Button tab) {
    int lines = model.kept().transcript().size();
    tab.setText(
        lines == 0
            ? words.get("details.transcript")
            : words.get("details.transcript.count", lines));
  }

  /// Gives the keyboard to what is shown.
  public void focusFirst() {
    tabs.keySet().iterator().next().requestFocus();
  }

  @Override
  public void close() {
    subscriptions.close();
    transcript.close();
  }
}
