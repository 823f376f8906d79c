package dev.optima.backend.meeting;

import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A time at which people are to meet.
///
/// @param applicant whom it is with, as they are now
/// @param except the meeting itself, if it is there already
/// @param timeZone of whoever plans it, IANA
record Proposal(
    StoredMeeting.Invitee applicant,
    List<UserId> interviewers,
    Instant start,
    Duration length,
    @Nullable MeetingId except,
    String timeZone) {

  Instant end() {
    return start.plus(length);
  }

  List<UserId> people() {
    List<UserId> all = new ArrayList<>(interviewers);
    all.add(applicant.userId());
    return all;
  }
}
