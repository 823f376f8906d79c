package dev.optima.backend.mail;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.rest.MailKind;
import java.time.Instant;
import java.util.Optional;

/// There are none.
final class NoMeetings implements MeetingLetters {
  @Override
  public Optional<Letter> write(Tx tx, MailAbout about, MailTopic.Reader reader, Instant now) {
    return Optional.empty();
  }

  @Override
  public void sent(Tx tx, MailKind kind, MeetingId meeting, long sequence) {}
}
