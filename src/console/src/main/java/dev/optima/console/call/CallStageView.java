package dev.optima.console.call;

import dev.optima.console.call.StageViewModel.Screen;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Avatar;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.surface.SurfaceChoice;
import dev.optima.protocol.message.CallSnapshot;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// Where the picture is. Once the page is there it draws its own waiting and its own problems, with
/// the buttons that go with them; what is said here is what no page can say.
final class CallStageView extends StackPane implements AutoCloseable {
  private static final double ROUND = 28;

  private final Words words;
  private final CallViewModel calls;
  private final StageViewModel stage;
  private final StackPane picture = new StackPane();
  private final VBox panel = new VBox(14);
  private final Subscriptions subscriptions = new Subscriptions();

  CallStageView(Words words, CallViewModel calls, ObservableValue<? extends @Nullable Node> node) {
    this.words = words;
    this.calls = calls;
    this.stage = calls.stage();
    getStyleClass().add("call-stage");
    setMinSize(0, 0);
    panel.setId(Ids.CALL_PANEL);
    panel.getStyleClass().add("call-panel");
    getChildren().addAll(picture, panel);
    roundCorners();
    subscriptions.follow(node, this::put);
    subscriptions.update(this::refresh, calls.phase(), stage.screen(), stage.fallback());
  }

  private void roundCorners() {
    Rectangle clip = new Rectangle();
    clip.setArcWidth(ROUND);
    clip.setArcHeight(ROUND);
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
  }

  private void put(@Nullable Node node) {
    if (node == null) {
      picture.getChildren().clear();
    } else {
      picture.getChildren().setAll(node);
    }
  }

  private void refresh() {
    CallSnapshot call = calls.phase().get().snapshot().orElse(null);
    Screen screen = stage.screen().get();
    SurfaceChoice fallback = stage.fallback().get();
    boolean pageShown = fallback == null && !picture.getChildren().isEmpty() && drawsItself(screen);
    picture.setOpacity(pageShown ? 1 : 0);
    Nodes.present(panel, !pageShown);
    panel.getChildren().clear();
    if (call != null && panel.isVisible()) {
      fill(call, screen, fallback);
    }
  }

  /// Whether the page is there and has a screen of its own for this: waiting, problems, the
  /// picture.
  private static boolean drawsItself(Screen screen) {
    return switch (screen) {
      case CONNECTING, CONNECTED, RECONNECTING, FAILED -> true;
      case CLOSED, PREPARING, UNREACHABLE, CRASHED, LEFT -> false;
    };
  }

  private void fill(CallSnapshot call, Screen screen, @Nullable SurfaceChoice fallback) {
    panel.getChildren().add(new Avatar(words, call.applicantName(), 120));
    if (fallback != null && screen != Screen.LEFT && screen != Screen.CRASHED) {
      inBrowser(fallback);
      return;
    }
    switch (screen) {
      case CLOSED, PREPARING -> working("stage.preparing", call);
      case CONNECTING, CONNECTED, RECONNECTING, FAILED -> working("stage.connecting", call);
      case UNREACHABLE -> trouble("stage.unreachable", stage.wayOut(), "stage.again");
      case CRASHED -> trouble("stage.crashed", Message.of("stage.crashed.next"), "stage.again");
      case LEFT -> trouble("stage.left", Message.of("stage.left.next"), "stage.return");
    }
  }

  private void title(String text) {
    Label title = Nodes.wrapped(text, "panel-title");
    title.setId(Ids.CALL_PANEL_TITLE);
    panel.getChildren().add(title);
  }

  private void working(String key, CallSnapshot call) {
    title(words.get(key, call.applicantName()));
    ProgressIndicator progress = new ProgressIndicator();
    progress.setMaxSize(28, 28);
    panel.getChildren().add(progress);
  }

  private void trouble(String title, Message next, String action) {
    title(words.get(title));
    panel.getChildren().add(Nodes.wrapped(words.get(next), "call-dim"));
    panel
        .getChildren()
        .add(Nodes.button(Ids.CALL_REOPEN, words.get(action), calls::reopen, "accent"));
  }

  private void inBrowser(SurfaceChoice fallback) {
    title(words.get("stage.browser"));
    Label why = Nodes.wrapped(words.get(fallback.reason().key()), "call-dim");
    why.setId(Ids.SURFACE_NOTE);
    panel
        .getChildren()
        .addAll(
            why,
            Nodes.button(Ids.CALL_REOPEN, words.get("stage.showAgain"), calls::reopen, "accent"));
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
