package dev.optima.console.chat;

import dev.optima.console.i18n.Message;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ChatEntry;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One row of a thread.
public sealed interface ThreadItem {

  /// A day begins.
  ///
  /// @param at an instant of that day
  record Day(LocalDate day, Instant at) implements ThreadItem {}

  /// Something that was said.
  ///
  /// @param first of several by the same person in a row: it shows the face
  record Said(ChatEntry entry, boolean mine, boolean first, Delivery delivery)
      implements ThreadItem {}

  /// A call that ended, or was missed.
  record Called(ChatEntry entry, CallSnapshot call) implements ThreadItem {}

  /// My own, on its way.
  ///
  /// @param problem why it was refused; null while it is on its way
  record Sending(String key, String body, Instant at, @Nullable Message problem)
      implements ThreadItem {}

  /// How far one's own message got.
  enum Delivery {
    /// Not one's own.
    NONE,
    SENT,
    DELIVERED,
    READ
  }
}
