package dev.optima.console.chat;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.rest.SearchHits.Hit;
import dev.optima.protocol.rest.SearchHits.Mark;
import java.time.InstantSource;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One message that was found, with the words marked.
final class HitCell extends ListCell<Hit> {
  private final Words words;
  private final InstantSource clock;
  private final boolean everywhere;

  HitCell(Words words, InstantSource clock, boolean everywhere, Consumer<Hit> onChosen) {
    this.words = words;
    this.clock = clock;
    this.everywhere = everywhere;
    setPrefWidth(0);
    setOnMouseClicked(
        _ -> {
          if (getItem() != null) {
            onChosen.accept(getItem());
          }
        });
  }

  @Override
  protected void updateItem(@Nullable Hit hit, boolean empty) {
    super.updateItem(hit, empty);
    setGraphic(empty || hit == null ? null : draw(hit));
    setAccessibleText(
        empty || hit == null ? null : hit.entry().senderName() + ": " + hit.snippet());
  }

  private Node draw(Hit hit) {
    ChatEntry entry = hit.entry();
    Label who = Nodes.label(entry.senderName(), "name", "small");
    HBox head = new HBox(8, who);
    head.setAlignment(Pos.CENTER_LEFT);
    if (everywhere && !hit.applicantName().equals(entry.senderName())) {
      head.getChildren()
          .add(Nodes.label(words.get("search.with", hit.applicantName()), "small", "muted"));
    }
    if (entry.roomId().isTeamOnly()) {
      Label note = Nodes.label(words.get("chat.note.label"), "note-label");
      note.setGraphic(Nodes.icon(Feather.LOCK));
      head.getChildren().add(note);
    }
    head.getChildren()
        .addAll(
            Nodes.spring(),
            Nodes.label(
                words.formats().dayAndTime(entry.sentAt(), clock.instant()), "smaller", "faint"));
    VBox box = new VBox(2, head, snippet(hit));
    box.getStyleClass().add("hit-row");
    return box;
  }

  private static Node snippet(Hit hit) {
    TextFlow flow = new TextFlow();
    int at = 0;
    for (Mark mark : hit.marks()) {
      if (mark.start() >= at && mark.end() <= hit.snippet().length()) {
        add(flow, hit.snippet().substring(at, mark.start()), "rich-words");
        add(flow, hit.snippet().substring(mark.start(), mark.end()), "hit-mark");
        at = mark.end();
      }
    }
    add(flow, hit.snippet().substring(at), "rich-words");
    return flow;
  }

  private static void add(TextFlow flow, String words, String style) {
    if (!words.isEmpty()) {
      Text text = new Text(words.replace('\n', ' '));
      text.getStyleClass().add(style);
      flow.getChildren().add(text);
    }
  }
}
