package dev.optima.console.call;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.CallSnapshot;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with a live call: return to one's own, come into a colleague's, look at it, and
/// end it as an administrator.
public final class LiveActs {
  private final Words words;
  private final boolean admin;
  private final Ways ways;

  /// Where they lead.
  ///
  /// @param back leads into one's own call
  /// @param join comes in as an interviewer
  /// @param open opens the applicant's room
  /// @param details opens what is known of a call
  /// @param end asks whether to end it
  public record Ways(
      Consumer<CallSnapshot> back,
      Consumer<CallSnapshot> join,
      Consumer<RoomId> open,
      Consumer<CallSnapshot> details,
      Consumer<CallSnapshot> end) {}

  /// @param admin whether one may end what is a colleague's
  public LiveActs(Words words, boolean admin, Ways ways) {
    this.words = words;
    this.admin = admin;
    this.ways = ways;
  }

  /// The way into it.
  ///
  /// @param mine whether one is in it
  Node enter(CallSnapshot call, boolean mine) {
    return mine
        ? Nodes.button(
            Ids.CALLS_RETURN + call.callId(), words.get("calls.return"), () -> back(call))
        : Nodes.button(
            Ids.CALLS_JOIN + call.callId(),
            words.get("interview.join"),
            () -> ways.join().accept(call));
  }

  /// Leads into one's own call.
  void back(CallSnapshot call) {
    ways.back().accept(call);
  }

  /// What else can be done.
  ///
  /// @param own whether it is one's own, which ends by hanging up
  Node more(CallSnapshot call, boolean own) {
    MenuButton more = new MenuButton("", Nodes.icon(Feather.MORE_HORIZONTAL));
    more.setId(Ids.CALLS_LIVE_MORE + call.callId());
    more.getStyleClass().addAll("button-icon", "flat", "quiet", "no-arrow");
    more.setAccessibleText(words.get("control.more"));
    more.setTooltip(new Tooltip(words.get("control.more")));
    more.getItems()
        .addAll(
            item(words.get("details.title"), () -> ways.details().accept(call)),
            item(words.get("calls.open"), () -> ways.open().accept(call.roomId())));
    if (admin && !own) {
      MenuItem end = item(words.get("interview.end"), () -> ways.end().accept(call));
      end.setId(Ids.CALLS_END + call.callId());
      more.getItems().add(end);
    }
    return more;
  }

  private static MenuItem item(String text, Runnable deed) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(_ -> deed.run());
    return item;
  }
}
