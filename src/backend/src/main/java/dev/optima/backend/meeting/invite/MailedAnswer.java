package dev.optima.backend.meeting.invite;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.DateStart;
import biweekly.property.Method;
import dev.optima.protocol.id.MeetingId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An answer to an invitation, as calendar programs send it (RFC 5546, 3.2.3 and 3.2.7).
///
/// @param sequence of the invitation that is answered
/// @param said by address, in lower case
/// @param saidAt when, by the clock of whoever says it
/// @param counter whether another time is asked for
/// @param proposal the other time; null if none is said
/// @param note null if nothing was written
record MailedAnswer(
    MeetingId meetingId,
    long sequence,
    Map<String, Said> said,
    Instant saidAt,
    boolean counter,
    @Nullable Instant proposal,
    @Nullable String note) {
  private static final int LONGEST_NOTE = 1_000;
  private static final String COUNTER = "COUNTER";

  MailedAnswer {
    said = Map.copyOf(said);
  }

  /// What somebody said of coming.
  enum Said {
    ACCEPTED,
    DECLINED,
    /// Neither: perhaps, or somebody else in their place.
    UNDECIDED
  }

  /// Empty if it is no answer to an invitation of ours.
  ///
  /// @param now what counts if it does not say when it was written
  static Optional<MailedAnswer> read(String text, Instant now) {
    try {
      return read(Biweekly.parse(text).first(), now);
    } catch (RuntimeException e) {
      return Optional.empty(); // the library trips over it, so it is nothing that we know
    }
  }

  private static Optional<MailedAnswer> read(@Nullable ICalendar calendar, Instant now) {
    if (calendar == null || calendar.getMethod() == null || calendar.getEvents().isEmpty()) {
      return Optional.empty();
    }
    String method = calendar.getMethod().getValue();
    boolean counter = COUNTER.equalsIgnoreCase(method);
    if (!counter && !Method.REPLY.equalsIgnoreCase(method)) {
      return Optional.empty();
    }
    VEvent event = calendar.getEvents().getFirst();
    if (event.getUid() == null || event.getUid().getValue() == null) {
      return Optional.empty();
    }
    return CalendarEvents.meeting(event.getUid().getValue().strip())
        .map(meeting -> of(meeting, event, counter, now));
  }

  private static MailedAnswer of(MeetingId meeting, VEvent event, boolean counter, Instant now) {
    Integer sequence = event.getSequence() == null ? null : event.getSequence().getValue();
    return new MailedAnswer(
        meeting,
        sequence == null ? 0 : sequence,
        event.getAttendees().stream()
            .filter(attendee -> attendee.getEmail() != null)
            .collect(
                Collectors.toMap(
                    attendee -> attendee.getEmail().strip().toLowerCase(Locale.ROOT),
                    MailedAnswer::said,
                    (first, second) -> first)),
        saidAt(event, now),
        counter,
        counter ? time(event.getDateStart()) : null,
        note(event));
  }

  /// A clock that is ahead does not make later answers old.
  private static Instant saidAt(VEvent event, Instant now) {
    if (event.getDateTimeStamp() == null || event.getDateTimeStamp().getValue() == null) {
      return now;
    }
    Instant stamp = event.getDateTimeStamp().getValue().toInstant();
    return stamp.isAfter(now) ? now : stamp;
  }

  private static Said said(Attendee attendee) {
    ParticipationStatus status = attendee.getParticipationStatus();
    if (ParticipationStatus.ACCEPTED.equals(status)) {
      return Said.ACCEPTED;
    }
    return ParticipationStatus.DECLINED.equals(status) ? Said.DECLINED : Said.UNDECIDED;
  }

  private static @Nullable Instant time(@Nullable DateStart start) {
    return start == null || start.getValue() == null || !start.getValue().hasTime()
        ? null
        : start.getValue().toInstant();
  }

  private static @Nullable String note(VEvent event) {
    String all =
        event.getComments().stream()
            .map(comment -> comment.getValue())
            .flatMap(Stream::ofNullable)
            .map(comment -> comment.replace("\0", "").strip())
            .filter(comment -> !comment.isEmpty())
            .collect(Collectors.joining("\n"));
    if (all.isEmpty()) {
      return null;
    }
    return all.length() > LONGEST_NOTE ? all.substring(0, LONGEST_NOTE - 1) + "…" : all;
  }

  /// The other time, as a list.
  @Nullable List<Instant> proposals() {
    return proposal == null ? null : List.of(proposal);
  }

  /// Never prints what somebody wrote.
  @Override
  public String toString() {
    return "MailedAnswer[" + meetingId + ", " + sequence + "]";
  }
}
