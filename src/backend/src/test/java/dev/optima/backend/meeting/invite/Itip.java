package dev.optima.backend.meeting.invite;

import dev.optima.backend.mail.IncomingAnswer;
import dev.optima.protocol.message.Meeting;

/// What the calendar programs of applicants send.
record Itip(
    String method, String uid, long sequence, String by, String status, String at, String more) {

  /// John's answer to a meeting as it is.
  static Itip reply(Meeting meeting, String status) {
    return new Itip(
        "REPLY",
        meeting.meetingId() + "@optima",
        meeting.sequence(),
        "john@example.com",
        status,
        "20261122T090000Z",
        "");
  }

  Itip method(String other) {
    return new Itip(other, uid, sequence, by, status, at, more);
  }

  Itip uid(String other) {
    return new Itip(method, other, sequence, by, status, at, more);
  }

  Itip sequence(long other) {
    return new Itip(method, uid, other, by, status, at, more);
  }

  Itip by(String other) {
    return new Itip(method, uid, sequence, other, status, at, more);
  }

  /// When it was written.
  Itip at(String other) {
    return new Itip(method, uid, sequence, by, status, other, more);
  }

  Itip line(String line) {
    return new Itip(method, uid, sequence, by, status, at, more + line + "\r\n");
  }

  String text() {
    return """
        BEGIN:VCALENDAR
        PRODID:-//Some Program//EN
        VERSION:2.0
        METHOD:%s
        BEGIN:VEVENT
        UID:%s
        DTSTAMP:%s
        SEQUENCE:%d
        ORGANIZER:mailto:jobs@acme.example
        ATTENDEE;PARTSTAT=%s;CN=John:mailto:%s
        """
            .formatted(method, uid, at, sequence, status, by)
            .replace("\n", "\r\n")
        + more
        + "END:VEVENT\r\nEND:VCALENDAR\r\n";
  }

  IncomingAnswer mail(String id) {
    return new IncomingAnswer(id, text());
  }
}
