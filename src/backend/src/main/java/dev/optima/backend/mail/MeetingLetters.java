package dev.optima.backend.mail;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.rest.MailKind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says what stands in a mail about a meeting, in the moment in which it is sent.
public interface MeetingLetters {

  /// A letter.
  ///
  /// @param link where the reader answers; null if there is nothing to answer
  /// @param calendar for the reader's calendar; null if it changes nothing there
  record Letter(
      MeetingFacts facts, MailTopic.@Nullable Link link, MailContent.@Nullable Calendar calendar) {}

  /// Empty if the meeting is not, or no longer, as the mail would tell.
  Optional<Letter> write(Tx tx, MailAbout about, MailTopic.Reader reader, Instant now)
      throws SQLException;

  /// A mail was sent.
  void sent(Tx tx, MailKind kind, MeetingId meeting, long sequence) throws SQLException;
}
