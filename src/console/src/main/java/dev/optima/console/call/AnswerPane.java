package dev.optima.console.call;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Nodes;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Shows an answer of the backend; until it is there, that it is coming or why it is not.
final class AnswerPane<T> extends StackPane implements AutoCloseable {
  private final Words words;
  private final Asked<T> asked;
  private final Node content;
  private final Consumer<T> fill;
  private final Label note = Nodes.wrapped("", "muted");
  private final Button retry;
  private final VBox empty;
  private final Subscriptions subscriptions = new Subscriptions();

  /// @param fill puts an answer into `content`
  AnswerPane(Words words, Asked<T> asked, String retryId, Node content, Consumer<T> fill) {
    this.words = words;
    this.asked = asked;
    this.content = content;
    this.fill = fill;
    retry = Nodes.button(retryId, words.get("details.retry"), asked::load);
    empty = new VBox(12, note, retry);
    empty.setAlignment(Pos.CENTER);
    getChildren().setAll(content, empty);
    subscriptions.follow(asked.answer(), this::answered);
    subscriptions.follow(asked.problem(), _ -> show());
  }

  private void answered(T now) {
    if (now != null) {
      fill.accept(now);
    }
    show();
  }

  private void show() {
    boolean there = asked.answer().get() != null;
    Message problem = asked.problem().get();
    Nodes.present(content, there);
    Nodes.present(empty, !there);
    Nodes.present(retry, problem != null);
    note.setText(problem == null ? words.get("common.loading") : words.get(problem));
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
