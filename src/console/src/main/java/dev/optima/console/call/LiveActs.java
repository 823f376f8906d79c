package dev.optima.console.call;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.LiveCall;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;

/// What can be done with a live call: return to one's own, look at a colleague's.
public final class LiveActs {
  private final Words words;
  private final Consumer<CallSnapshot> back;
  private final Consumer<RoomId> open;

  /// @param back leads into one's own call
  /// @param open opens the applicant's room
  public LiveActs(Words words, Consumer<CallSnapshot> back, Consumer<RoomId> open) {
    this.words = words;
    this.back = back;
    this.open = open;
  }

  /// The buttons at the foot of its card.
  ///
  /// @param mine whether one is in it
  List<Node> of(LiveCall live, boolean mine) {
    CallSnapshot call = live.call();
    return List.of(
        mine
            ? Nodes.button(
                Ids.CALLS_RETURN + call.callId(),
                words.get("calls.return"),
                () -> back.accept(call))
            : Nodes.button(
                Ids.CALLS_OPEN + call.callId(),
                words.get("calls.open"),
                () -> open.accept(call.roomId())));
  }
}
