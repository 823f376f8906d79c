package dev.optima.console.call;

import dev.optima.console.i18n.Message;
import dev.optima.protocol.id.RoomId;
import java.util.List;

/// What became of a call, and what can be done next.
///
/// @param name of the applicant
public record CallNotice(
    Tone tone, RoomId room, String name, Message title, Message text, List<Action> actions) {
  public CallNotice {
    actions = List.copyOf(actions);
  }

  /// How it looks.
  public enum Tone {
    GOOD,
    NEUTRAL,
    WARNING,
    BAD
  }

  /// A next step.
  public enum Action {
    /// Ring (again).
    CALL,
    /// Go to the room and write.
    WRITE,
    /// Be told when the line, or the applicant, is there.
    WAIT,
    /// Go back to one's own live call.
    RETURN
  }
}
