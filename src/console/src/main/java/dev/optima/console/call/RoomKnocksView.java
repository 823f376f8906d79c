package dev.optima.console.call;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.surface.SurfaceEvent;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Who waits in the waiting room of a provider's room, a line each, above the picture.
final class RoomKnocksView extends VBox implements AutoCloseable {
  private final Words words;
  private final RoomViewModel room;
  private final Subscriptions subscriptions = new Subscriptions();

  RoomKnocksView(Words words, RoomViewModel room) {
    super(6);
    this.words = words;
    this.room = room;
    setId(Ids.ROOM_KNOCKS);
    getStyleClass().add("room-knocks");
    subscriptions.follow(room.knocking(), _ -> show());
  }

  private void show() {
    Nodes.present(this, !room.knocking().get().isEmpty());
    Nodes.refill(this, room.knocking().get().stream().map(this::line).toList());
  }

  private Node line(SurfaceEvent.Knocker who) {
    String name = who.name().isBlank() ? words.get("room.knock.nameless") : who.name();
    Label text = Nodes.label(words.get("room.knock", name));
    text.setMinWidth(0);
    Button refuse = answer(Ids.ROOM_REFUSE, "room.knock.refuse", who, false);
    Button admit = answer(Ids.ROOM_ADMIT, "knock.admit", who, true);
    admit.getStyleClass().add("success");
    HBox line = new HBox(10, Nodes.icon(Feather.LOG_IN), text, Nodes.spring(), refuse, admit);
    line.getStyleClass().add("room-knock");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private Button answer(String id, String key, SurfaceEvent.Knocker who, boolean yes) {
    Button button =
        Nodes.button(id + who.id(), words.get(key), () -> room.admit(who, yes), "small");
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
