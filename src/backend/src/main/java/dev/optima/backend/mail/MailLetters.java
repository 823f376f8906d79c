package dev.optima.backend.mail;

import dev.optima.backend.mail.OutboxStore.NewMail;
import dev.optima.backend.mail.OutboxStore.Queued;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds out, in the moment in which a mail is sent, what it says and with which link.
///
/// @param answers links by which an applicant comes in
public record MailLetters(AnswerLinks answers, MeetingLetters meetings, BookingLinks bookings) {

  /// A mail, ready to be written.
  record Ready(MailTopic topic, MailContent.@Nullable Calendar calendar) {}

  /// Empty if what it would tell is no longer so.
  Optional<Ready> open(Tx tx, Queued queued, Instant now) throws SQLException {
    NewMail mail = queued.mail();
    return switch (mail.kind()) {
      case MEETING, MEETING_CANCELLED, MEETING_REMINDER ->
          meetings
              .write(tx, mail.about(), queued.reader(), now)
              .map(letter -> aboutMeeting(queued, letter));
      case BOOKING -> booking(tx, queued);
      case INVITATION, MISSED_CALL, TEST -> {
        Instant until = mail.linkExpiresAt();
        String url = answers.make(tx, mail.id(), mail.applicantId(), mail.actorId(), until);
        yield Optional.of(new Ready(topic(queued, new MailTopic.Link(url, until)), null));
      }
    };
  }

  /// A mail was sent.
  void sent(Tx tx, NewMail mail) throws SQLException {
    MeetingId meeting = mail.about().meetingId();
    if (meeting != null) {
      meetings.sent(tx, mail.kind(), meeting, mail.about().sequence());
    }
  }

  private Optional<Ready> booking(Tx tx, Queued queued) throws SQLException {
    String booking = queued.mail().about().bookingId();
    if (booking == null) {
      return Optional.empty();
    }
    return bookings
        .make(tx, booking, queued.mail().id())
        .map(url -> new MailTopic.Link(url, queued.mail().linkExpiresAt()))
        .map(link -> new Ready(topic(queued, link), null));
  }

  private static Ready aboutMeeting(Queued queued, MeetingLetters.Letter letter) {
    NewMail mail = queued.mail();
    MailTopic topic =
        MailTopic.of(
            mail.kind(),
            queued.reader(),
            mail.actorName(),
            mail.happenedAt(),
            letter.link(),
            letter.facts());
    return new Ready(topic, letter.calendar());
  }

  private static MailTopic topic(Queued queued, MailTopic.Link link) {
    NewMail mail = queued.mail();
    return new MailTopic(
        mail.kind(),
        queued.reader(),
        mail.actorName(),
        mail.happenedAt(),
        link,
        null,
        mail.about().title());
  }
}
