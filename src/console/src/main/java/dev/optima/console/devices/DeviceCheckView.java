package dev.optima.console.devices;

import dev.optima.console.devices.DeviceCheckViewModel.State;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Camera, microphone and speaker before a call: what it is about, the page, and the way on.
public final class DeviceCheckView extends VBox implements AutoCloseable {
  private static final double WIDTH = 800;
  private static final double HEIGHT = 540;
  private static final double TEXT = 460;

  private final Words words;
  private final DeviceCheckViewModel model;
  private final ObservableValue<? extends @Nullable Node> picture;
  private final StackPane place = new StackPane();
  private final Label note = Nodes.wrapped("", "muted");
  private final ProgressBar progress = new ProgressBar();
  private final Button go;
  private final Button leave;
  private final Subscriptions subscriptions = new Subscriptions();

  /// @param picture the node of the page
  /// @param later the word on the way on before anything was checked
  /// @param done leads on; the view is closed then by who made it
  public DeviceCheckView(
      Words words,
      DeviceCheckViewModel model,
      ObservableValue<? extends @Nullable Node> picture,
      String later,
      Runnable done) {
    super(14);
    this.words = words;
    this.model = model;
    this.picture = picture;
    setId(Ids.DEVICES);
    go = Nodes.button(Ids.DEVICES_GO, words.get("devices.go"), model::start, "accent");
    leave = Nodes.button(Ids.DEVICES_LEAVE, later, done);
    leave.setCancelButton(true);
    HBox ways = new HBox(8, Nodes.spring(), leave, go);
    ways.setAlignment(Pos.CENTER_RIGHT);
    VBox.setVgrow(place, Priority.ALWAYS);
    place.getStyleClass().add("devices-place");
    note.setId(Ids.DEVICES_NOTE);
    note.setMaxWidth(TEXT);
    note.setAlignment(Pos.CENTER);
    note.setTextAlignment(TextAlignment.CENTER);
    getChildren()
        .addAll(
            Nodes.label(words.get("devices.title"), "heading"),
            Nodes.wrapped(words.get("devices.text"), "muted"),
            place,
            ways);
    setPrefSize(WIDTH, HEIGHT);
    subscriptions.update(() -> show(later), model.state(), picture);
    subscriptions.follow(model.progress(), value -> progress.setProgress(value.doubleValue()));
  }

  private void show(String later) {
    State state = model.state().get();
    Node page = picture.getValue();
    switch (state) {
      case ASKING -> place.getChildren().setAll(Nodes.icon(Feather.VIDEO));
      case OPENING -> place.getChildren().setAll(opening(page));
      case SHOWN -> {
        if (page != null) {
          place.getChildren().setAll(page);
        }
      }
      case OUTSIDE -> place.getChildren().setAll(said(words.get("devices.outside")));
      case FAILED -> {
        var why = model.problem().get();
        place.getChildren().setAll(said(why == null ? "" : words.get(why)));
      }
    }
    boolean asks = state == State.ASKING || state == State.FAILED;
    Nodes.present(go, asks);
    go.setText(words.get(state == State.FAILED ? "devices.again" : "devices.go"));
    go.setDefaultButton(asks);
    leave.setText(asks || state == State.OPENING ? later : words.get("devices.done"));
  }

  /// The page is in the scene already while it loads, so that it has its size.
  private Node opening(@Nullable Node page) {
    VBox waiting = new VBox(10, said(words.get("devices.opening")), progress);
    waiting.setAlignment(Pos.CENTER);
    waiting.getStyleClass().add("devices-wait");
    waiting.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    return page == null ? waiting : new StackPane(page, waiting);
  }

  private Node said(String text) {
    note.setText(text);
    return note;
  }

  /// Puts the keyboard onto the way on.
  public void focusFirst() {
    go.requestFocus();
  }

  @Override
  public void close() {
    subscriptions.close();
    model.stop();
    place.getChildren().clear();
  }
}
