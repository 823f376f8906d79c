package dev.optima.console.call;

import dev.optima.console.call.StageViewModel.Screen;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Avatar;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.surface.PageProblem;
import dev.optima.console.surface.SurfaceChoice;
import dev.optima.protocol.message.CallSnapshot;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Where the picture is: the page's node, and over it whatever has to be said.
final class CallStageView extends StackPane implements AutoCloseable {
  private static final double ROUND = 28;

  private final Words words;
  private final CallViewModel calls;
  private final StageViewModel stage;
  private final StackPane picture = new StackPane();
  private final VBox panel = new VBox(14);
  private final HBox banner = new HBox(10);
  private final Subscriptions subscriptions = new Subscriptions();

  CallStageView(Words words, CallViewModel calls, ObservableValue<? extends @Nullable Node> node) {
    this.words = words;
    this.calls = calls;
    this.stage = calls.stage();
    getStyleClass().add("call-stage");
    setMinSize(0, 0);
    panel.setId(Ids.CALL_PANEL);
    panel.getStyleClass().add("call-panel");
    banner.getStyleClass().add("call-banner");
    banner.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(banner, Pos.TOP_CENTER);
    StackPane.setMargin(banner, new Insets(14));
    getChildren().addAll(picture, panel, banner);
    roundCorners();
    subscriptions.follow(node, this::put);
    subscriptions.update(
        this::refresh, calls.phase(), stage.screen(), stage.problem(), stage.fallback());
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
    boolean pageThere =
        screen == Screen.CONNECTED || screen == Screen.RECONNECTING || screen == Screen.FAILED;
    boolean hosted = fallback == null && !picture.getChildren().isEmpty();
    picture.setOpacity(hosted && pageThere ? 1 : 0);
    Nodes.present(panel, !(hosted && pageThere));
    panel.getChildren().clear();
    if (call != null && panel.isVisible()) {
      fill(call, screen, fallback);
    }
    if (hosted && pageThere) {
      banner(problem(), screen);
    } else {
      Nodes.present(banner, false);
    }
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
      case UNREACHABLE -> trouble("stage.unreachable", "stage.unreachable.next", "stage.again");
      case CRASHED -> trouble("stage.crashed", "stage.crashed.next", "stage.again");
      case LEFT -> trouble("stage.left", "stage.left.next", "stage.return");
    }
    PageProblem problem = stage.problem().get();
    if (problem != null && fallback == null) {
      Label text = Nodes.wrapped(words.get(problemKey(problem)), "call-dim");
      text.setId(Ids.CALL_PROBLEM);
      panel.getChildren().addAll(text, retry());
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

  private void trouble(String title, String next, String action) {
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

  private @Nullable String problem() {
    PageProblem problem = stage.problem().get();
    return problem == null ? null : words.get(problemKey(problem));
  }

  private void banner(@Nullable String problem, Screen screen) {
    String text = problem;
    if (text == null && screen == Screen.RECONNECTING) {
      text = words.get("stage.reconnecting");
    } else if (text == null && screen == Screen.FAILED) {
      text = words.get("stage.failed");
    }
    Nodes.present(banner, text != null);
    if (text == null) {
      return;
    }
    Label label = Nodes.wrapped(text);
    label.setId(Ids.CALL_PROBLEM);
    HBox.setHgrow(label, Priority.ALWAYS);
    banner.getChildren().setAll(List.of(Nodes.icon(Feather.ALERT_TRIANGLE), label));
    if (screen == Screen.FAILED || problem != null) {
      banner.getChildren().add(retry());
    }
  }

  private Button retry() {
    return Nodes.button(Ids.CALL_RETRY, words.get("stage.retry"), stage::retry);
  }

  private static String problemKey(PageProblem problem) {
    return switch (problem) {
      case CAMERA_DENIED -> "problem.cameraDenied";
      case MICROPHONE_DENIED -> "problem.microphoneDenied";
      case NO_DEVICE -> "problem.noDevice";
      case DEVICE_BUSY -> "problem.deviceBusy";
      case INSECURE_ORIGIN -> "problem.insecureOrigin";
      case ROOM_FULL -> "problem.roomFull";
      case CALL_OVER -> "problem.callOver";
      case SOCKET_LOST -> "problem.socketLost";
      case ELSEWHERE -> "problem.elsewhere";
      case ICE_FAILED -> "problem.iceFailed";
      case OTHER -> "problem.other";
    };
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
