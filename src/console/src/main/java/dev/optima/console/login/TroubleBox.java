package dev.optima.console.login;

import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.time.Instant;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What is wrong with a server, and below it what to do.
final class TroubleBox extends VBox {
  private final Words words;
  private final Label what = Nodes.wrapped("");
  private final Label step = Nodes.wrapped("");

  TroubleBox(Words words) {
    super(4);
    this.words = words;
    what.setId(Ids.TROUBLE);
    what.getStyleClass().add("strong");
    step.setId(Ids.TROUBLE_STEP);
    step.getStyleClass().add("trouble-step");
    getStyleClass().add("problem-box");
    getChildren().addAll(what, step);
    show(null);
  }

  void show(@Nullable Trouble trouble) {
    what.setText(trouble == null ? "" : say(trouble.what()));
    step.setText(trouble == null ? "" : say(trouble.step()));
    Nodes.present(this, trouble != null);
  }

  private String say(Message message) {
    Object[] shown =
        message.arguments().stream()
            .map(one -> one instanceof Instant time ? words.formats().dateAndTime(time) : one)
            .toArray();
    return words.get(message.key(), shown);
  }
}
