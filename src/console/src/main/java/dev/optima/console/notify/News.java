package dev.optima.console.notify;

import dev.optima.console.i18n.Message;
import dev.optima.console.settings.AlertKind;
import dev.optima.protocol.id.RoomId;

/// Something that the recruiter should notice.
///
/// @param room where it belongs
/// @param title who, or what
/// @param text what was said or happened
/// @param hidden said in its place where contents are hidden; equal to `text` where it tells
///   nothing private
public record News(AlertKind kind, RoomId room, Message title, Message text, Message hidden) {

  /// News whose words tell nothing private.
  public static News of(AlertKind kind, RoomId room, Message title, Message text) {
    return new News(kind, room, title, text, text);
  }
}
