package dev.optima.console.call;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.id.RoomId;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What became of a call, and the next step.
public final class NoticeView extends VBox implements AutoCloseable {
  private static final double WIDTH = 330;

  private final Words words;
  private final CallViewModel model;
  private final Actions actions;
  private final Subscriptions subscriptions = new Subscriptions();

  /// What a notice leads to.
  public record Actions(Consumer<RoomId> call, Consumer<RoomId> write, Runnable back) {}

  public NoticeView(Words words, CallViewModel model, Actions actions) {
    super(10);
    this.words = words;
    this.model = model;
    this.actions = actions;
    setId(Ids.NOTICE);
    setPrefWidth(WIDTH);
    setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    hoverProperty().addListener((_, _, now) -> model.holdNotice(now));
    subscriptions.follow(model.notice(), this::show);
  }

  private void show(@Nullable CallNotice notice) {
    Nodes.present(this, notice != null);
    getChildren().clear();
    if (notice == null) {
      return;
    }
    getStyleClass().setAll("notice-card", tone(notice.tone()));
    var title = Nodes.wrapped(words.get(notice.title()), "name");
    title.setId(Ids.NOTICE_TITLE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Button close =
        Nodes.iconButton(
            Ids.NOTICE_CLOSE, Feather.X, words.get("common.close"), model::dismissNotice);
    HBox head = new HBox(8, title, Nodes.spring(), close);
    head.setAlignment(Pos.TOP_LEFT);
    var text = Nodes.wrapped(words.get(notice.text()), "small", "muted");
    text.setId(Ids.NOTICE_TEXT);
    getChildren().addAll(head, text);
    if (!notice.actions().isEmpty()) {
      HBox buttons = new HBox(8);
      notice.actions().forEach(action -> buttons.getChildren().add(button(notice, action)));
      getChildren().add(buttons);
    }
  }

  private Button button(CallNotice notice, CallNotice.Action action) {
    return switch (action) {
      case CALL ->
          Nodes.button(
              Ids.NOTICE_CALL,
              words.get("notice.action.call"),
              () -> {
                model.dismissNotice();
                actions.call().accept(notice.room());
              },
              "accent");
      case WRITE ->
          Nodes.button(
              Ids.NOTICE_WRITE,
              words.get("notice.action.write"),
              () -> {
                model.dismissNotice();
                actions.write().accept(notice.room());
              });
      case WAIT ->
          Nodes.button(Ids.NOTICE_WAIT, words.get("notice.action.wait"), model::waitForLine);
      case RETURN ->
          Nodes.button(
              Ids.NOTICE_RETURN,
              words.get("notice.action.return"),
              () -> {
                model.dismissNotice();
                actions.back().run();
              },
              "accent");
    };
  }

  private static String tone(CallNotice.Tone tone) {
    return switch (tone) {
      case GOOD -> "notice-good";
      case NEUTRAL -> "notice-neutral";
      case WARNING -> "notice-warning";
      case BAD -> "notice-bad";
    };
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
