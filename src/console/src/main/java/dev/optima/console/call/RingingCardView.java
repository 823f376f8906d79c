package dev.optima.console.call;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Formats;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Avatar;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.message.CallSnapshot;
import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// It rings there: on how many devices, for how long, and how to stop.
public final class RingingCardView extends VBox implements AutoCloseable {
  private static final double WIDTH = 330;

  private final Words words;
  private final CallViewModel model;
  private final Avatar avatar = new Avatar(44);
  private final Label title = Nodes.wrapped("", "name");
  private final Label status = Nodes.label("", "small", "ring-status");
  private final Label waiting = Nodes.label("", "chip", "chip-night");
  private final Region done = new Region();
  private final Button cancel;
  private final Subscriptions subscriptions = new Subscriptions();

  public RingingCardView(Words words, CallViewModel model) {
    super(12);
    this.words = words;
    this.model = model;
    setId(Ids.RING_CARD);
    getStyleClass().add("ring-card");
    setPrefWidth(WIDTH);
    setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    title.setId(Ids.RING_TITLE);
    status.setId(Ids.RING_STATUS);
    VBox text = new VBox(1, title, status);
    text.setMinWidth(0);
    HBox head = new HBox(12, avatar, text);
    head.setAlignment(Pos.CENTER_LEFT);
    cancel = Nodes.button(Ids.RING_CANCEL, words.get("ring.cancel"), model::cancel, "danger");
    cancel.setGraphic(Nodes.icon(Feather.X));
    HBox foot = new HBox(8, waiting, Nodes.spring(), cancel);
    foot.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, progress(), foot);
    subscriptions.update(this::refresh, model.phase(), model.rung());
  }

  private StackPane progress() {
    Region track = new Region();
    track.getStyleClass().add("ring-progress");
    done.getStyleClass().add("ring-progress-done");
    StackPane progress = new StackPane(track, done);
    progress.setAlignment(Pos.CENTER_LEFT);
    return progress;
  }

  private void refresh() {
    switch (model.phase().get()) {
      case CallPhase.Requesting asked -> {
        head(asked.name());
        status.setText(words.get("ring.asking"));
        waiting.setText(words.get("ring.asking.chip"));
        cancel.setDisable(true);
        progress(0);
      }
      case CallPhase.Ringing(CallSnapshot call, int devices) -> {
        head(call.applicantName());
        Duration whole = CallViewModel.ringTime(call);
        String time = Formats.length(model.rung().get()) + " / " + Formats.length(whole);
        status.setText(
            devices > 0
                ? words.get("ring.devices", devices, time)
                : words.get("ring.noDevices", time));
        boolean own = model.canCancel(call);
        title.setText(
            own
                ? title.getText()
                : words.get("interview.rings", call.callerName(), call.applicantName()));
        waiting.setText(words.get(own ? "ring.waiting" : "interview.waits"));
        cancel.setText(words.get(own ? "ring.cancel" : "returnable.dismiss"));
        cancel.setDisable(false);
        progress(whole.isZero() ? 0 : (double) model.rung().get().toMillis() / whole.toMillis());
      }
      case CallPhase.Idle _, CallPhase.Live _ -> {}
    }
    Nodes.present(this, isShown(model.phase().get()));
  }

  private static boolean isShown(CallPhase phase) {
    return phase instanceof CallPhase.Requesting || phase instanceof CallPhase.Ringing;
  }

  private void head(String name) {
    avatar.show(words, name);
    title.setText(words.get("ring.calling", name));
  }

  private void progress(double part) {
    done.setMaxWidth((WIDTH - 32) * Math.clamp(part, 0, 1));
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
