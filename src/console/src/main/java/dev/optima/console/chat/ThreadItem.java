package dev.optima.console.chat;

import dev.optima.console.i18n.Message;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.MeetingNews;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One row of a thread.
public sealed interface ThreadItem {

  /// What the row stays known by while it changes.
  String key();

  /// A day begins.
  ///
  /// @param at an instant of that day
  record Day(LocalDate day, Instant at) implements ThreadItem {
    @Override
    public String key() {
      return "day " + day;
    }
  }

  /// From here on it is new.
  record Unread() implements ThreadItem {
    @Override
    public String key() {
      return "unread";
    }
  }

  /// Something that was said, in the chat or among the notes.
  ///
  /// @param first of several by the same person in a row: it shows the face
  /// @param quote what it answers
  /// @param pending a change of it is on its way
  record Said(
      ChatEntry entry,
      boolean mine,
      boolean first,
      Delivery delivery,
      @Nullable Quote quote,
      boolean pending)
      implements ThreadItem {
    /// Whether only the team sees it.
    public boolean isNote() {
      return entry.roomId().isTeamOnly();
    }

    @Override
    public String key() {
      return entryKey(entry);
    }
  }

  /// A call that began, ended, or was missed.
  ///
  /// @param live it goes on
  /// @param mine one is in it oneself
  record Called(ChatEntry entry, CallSnapshot call, boolean live, boolean mine)
      implements ThreadItem {
    @Override
    public String key() {
      return entryKey(entry);
    }
  }

  /// The applicant asks to be called.
  record CallMe(ChatEntry entry) implements ThreadItem {
    @Override
    public String key() {
      return entryKey(entry);
    }
  }

  /// Something happened to a meeting.
  ///
  /// @param current no later entry tells of the same meeting
  /// @param joinable its room may be entered now
  record Planned(ChatEntry entry, MeetingNews news, boolean current, boolean joinable)
      implements ThreadItem {
    @Override
    public String key() {
      return entryKey(entry);
    }
  }

  /// My own, on its way.
  ///
  /// @param problem why it was refused; null while it is on its way
  /// @param waiting there is no connection: it goes out when there is
  record Sending(Unsent unsent, @Nullable Message problem, @Nullable Quote quote, boolean waiting)
      implements ThreadItem {
    @Override
    public String key() {
      return unsent.key();
    }
  }

  /// What a message answers.
  ///
  /// @param entry null while it is not known here, or if it is gone
  record Quote(MessageId id, @Nullable ChatEntry entry) {}

  /// How far one's own message got.
  enum Delivery {
    /// Not one's own.
    NONE,
    SENT,
    DELIVERED,
    READ
  }

  /// The key of an entry's row.
  static String entryKey(ChatEntry entry) {
    return entry.roomId().value() + " " + entry.seq();
  }
}
