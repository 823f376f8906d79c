package dev.optima.console.applicant;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Avatar;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.look.Outcomes;
import dev.optima.protocol.message.ChatEntry;
import java.time.InstantSource;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// An applicant in the list.
final class ApplicantCell extends ListCell<ApplicantItem> {
  private final Words words;
  private final InstantSource clock;
  private final Avatar avatar = new Avatar(32);
  private final Label name = Nodes.label("", "name");
  private final Label line = Nodes.label("", "small", "muted");
  private final Label time = Nodes.label("", "small", "faint");
  private final Label badge = Nodes.label("", "badge");
  private final HBox row = new HBox(10);

  ApplicantCell(Words words, InstantSource clock) {
    this.words = words;
    this.clock = clock;
    VBox text = new VBox(1, name, line);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    VBox end = new VBox(2, time, badge);
    end.setAlignment(Pos.TOP_RIGHT);
    end.setMinWidth(USE_PREF_SIZE);
    row.getStyleClass().add("applicant-row");
    row.getChildren().addAll(avatar, text, end);
    setPrefWidth(0);
    setText(null);
  }

  @Override
  protected void updateItem(@Nullable ApplicantItem item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setId(null);
      return;
    }
    setId(Ids.APPLICANT + item.id());
    avatar.show(words, item.name());
    avatar.showOnline(item.online());
    name.setText(item.name());
    line.setText(line(item));
    ChatEntry last = item.last();
    time.setText(last == null ? "" : words.formats().brief(last.sentAt(), clock.instant()));
    badge.setText(Long.toString(item.unread()));
    Nodes.present(badge, item.unread() > 0);
    setAccessibleText(item.name());
    setGraphic(row);
  }

  private String line(ApplicantItem item) {
    if (item.typing()) {
      return words.get("applicants.typing");
    }
    ChatEntry last = item.last();
    if (last != null) {
      if (last.call() != null) {
        return words.get(Outcomes.event(last.call()));
      }
      return last.deletedAt() == null
          ? last.body().lines().findFirst().orElse("")
          : words.get("chat.deleted");
    }
    if (item.applicant().invitedAt() != null) {
      return words.get(
          "applicants.invited",
          words.formats().brief(item.applicant().invitedAt(), clock.instant()));
    }
    return item.applicant().position() == null ? "" : item.applicant().position();
  }
}
