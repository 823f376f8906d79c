package dev.optima.console.call;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.rest.Transcript;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// What was said in a call, with a search.
final class TranscriptView extends VBox implements AutoCloseable {
  private static final double NOTE_WIDTH = 420;

  private final Words words;
  private final KeptViewModel model;
  private final Label none = Nodes.wrapped("", "muted");
  private final Subscriptions subscriptions = new Subscriptions();

  TranscriptView(Words words, KeptViewModel model) {
    this.words = words;
    this.model = model;
    setSpacing(8);
    ListView<Transcript.Line> list = new ListView<>(model.lines());
    list.setId(Ids.CALL_DETAILS_LINES);
    list.getStyleClass().add("plain-list");
    list.setCellFactory(_ -> new LineCell());
    none.setMaxWidth(NOTE_WIDTH);
    none.setTextAlignment(TextAlignment.CENTER);
    list.setPlaceholder(none);
    VBox.setVgrow(list, Priority.ALWAYS);
    HBox tools = tools();
    getChildren().setAll(tools, list);
    subscriptions.list(
        model.transcript(), () -> Nodes.present(tools, !model.transcript().isEmpty()));
    subscriptions.list(model.transcript(), this::explain);
    subscriptions.follow(model.query(), _ -> explain());
  }

  private HBox tools() {
    TextField search = new TextField();
    search.setId(Ids.CALL_DETAILS_SEARCH);
    search.setPromptText(words.get("details.search"));
    search.textProperty().bindBidirectional(model.query());
    HBox.setHgrow(search, Priority.ALWAYS);
    Button copy = Nodes.button(Ids.CALL_DETAILS_COPY, words.get("details.copy"), () -> {});
    copy.setOnAction(
        _ -> {
          copy(text());
          copy.setText(words.get("invitation.copied"));
        });
    HBox tools = new HBox(8, search, copy);
    tools.setAlignment(Pos.CENTER_LEFT);
    return tools;
  }

  private void explain() {
    none.setText(
        words.get(model.transcript().isEmpty() ? "details.no_transcript" : "details.not_found"));
  }

  /// What is shown, as one would paste it.
  private String text() {
    return model.lines().stream()
        .map(line -> words.formats().time(line.at()) + "  " + line.speaker() + ": " + line.text())
        .collect(Collectors.joining("\n"));
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  @Override
  public void close() {
    subscriptions.close();
  }

  /// One thing that somebody said.
  private final class LineCell extends ListCell<Transcript.Line> {
    private final Label time = Nodes.label("", "muted", "small", "tabular");
    private final Label speaker = Nodes.label("", "name");
    private final Label said = Nodes.wrapped("");
    private final VBox box = new VBox(2, new HBox(8, speaker, time), said);

    LineCell() {
      setPrefWidth(0);
      setText(null);
      box.getStyleClass().add("transcript-line");
    }

    @Override
    protected void updateItem(Transcript.@Nullable Line line, boolean empty) {
      super.updateItem(line, empty);
      if (empty || line == null) {
        setGraphic(null);
        return;
      }
      time.setText(words.formats().time(line.at()));
      speaker.setText(line.speaker().isBlank() ? words.get("details.somebody") : line.speaker());
      said.setText(line.text());
      setGraphic(box);
    }
  }
}
