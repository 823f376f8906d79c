package dev.optima.console.applicant;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Avatar;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.look.Stages;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.rest.Stage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// An applicant in the list.
final class ApplicantCell extends ListCell<ApplicantItem> {
  private static final int MOST = 99;

  private final Words words;
  private final InstantSource clock;
  private final IntConsumer shown;
  private final Avatar avatar = new Avatar(32);
  private final Label name = Nodes.label("", "name");
  private final Label line = Nodes.label("", "small", "muted");
  private final Label time = Nodes.label("", "small", "faint");
  private final Label badge = Nodes.label("", "badge");
  private final Label stage = Nodes.chip("", "plain");
  private final Tooltip tooltip = new Tooltip();
  private final HBox row = new HBox(10);

  /// @param shown told the index of each row that comes into sight
  ApplicantCell(Words words, InstantSource clock, IntConsumer shown) {
    this.words = words;
    this.clock = clock;
    this.shown = shown;
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    line.setMinWidth(0);
    line.setMaxWidth(Double.MAX_VALUE);
    time.setMinWidth(USE_PREF_SIZE);
    badge.setMinWidth(USE_PREF_SIZE);
    stage.getStyleClass().add("chip-small");
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox.setHgrow(line, Priority.ALWAYS);
    VBox text = new VBox(2, line(name, time), line(line, stage, badge));
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    row.getStyleClass().add("applicant-row");
    row.getChildren().addAll(avatar, text);
    setPrefWidth(0);
    setText(null);
  }

  private static HBox line(Label... labels) {
    HBox line = new HBox(6, labels);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  @Override
  protected void updateItem(@Nullable ApplicantItem item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setId(null);
      setTooltip(null);
      return;
    }
    shown.accept(getIndex());
    setId(Ids.APPLICANT + item.id());
    avatar.show(words, item.name());
    avatar.showOnline(item.online());
    name.setText(item.name());
    describe(item, clock.instant());
    show(item.applicant().stage());
    badge.setText(item.unread() > MOST ? MOST + "+" : Long.toString(item.unread()));
    Nodes.present(badge, item.unread() > 0);
    setGraphic(row);
  }

  private void describe(ApplicantItem item, Instant now) {
    ApplicantLine what = ApplicantLine.of(item, words, now);
    line.setText(what.text());
    line.setGraphic(what.icon() == null ? null : Nodes.icon(what.icon()));
    line.getStyleClass().remove("urgent");
    if (what.urgent()) {
      line.getStyleClass().add("urgent");
    }
    ChatEntry last = item.last();
    time.setText(last == null ? "" : words.formats().brief(last.sentAt(), now));
    tooltip.setText(item.name() + "\n" + what.text());
    setTooltip(tooltip);
    String presence = words.get(item.online() ? "presence.online" : "presence.offline");
    String spoken = words.get("applicants.row", item.name(), presence, what.text());
    setAccessibleText(
        item.unread() == 0
            ? spoken
            : spoken + ", " + words.get("applicants.row.unread", item.unread()));
  }

  /// The first stage needs no chip: most are in it, and it says nothing.
  private void show(Stage now) {
    Nodes.present(stage, now != Stage.NEW);
    stage.setText(words.get(Stages.word(now)));
    stage
        .getStyleClass()
        .removeIf(style -> style.startsWith("chip-") && !style.equals("chip-small"));
    stage.getStyleClass().add("chip-" + Stages.tone(now));
  }
}
