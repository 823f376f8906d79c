package dev.optima.backend.booking;

import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A booking link as it is kept.
///
/// @param interviewers who leads the interview, the owner first
/// @param hold the slot that is being booked; null if none ever was, or no longer
/// @param meetingId what was booked
record StoredBooking(
    String id,
    String requestKey,
    UserId ownerId,
    UserId applicantId,
    String title,
    @Nullable String description,
    Duration length,
    ZoneId zone,
    Offer offer,
    List<UserId> interviewers,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable Hold hold,
    @Nullable MeetingId meetingId) {

  StoredBooking {
    interviewers = List.copyOf(interviewers);
  }

  /// A slot that nobody else can pick meanwhile.
  record Hold(Instant start, Instant until) {}

  /// Whose time it takes.
  List<UserId> people() {
    List<UserId> all = new ArrayList<>(interviewers);
    all.add(applicantId);
    return all;
  }

  StoredBooking ledBy(List<UserId> people) {
    return new StoredBooking(
        id,
        requestKey,
        ownerId,
        applicantId,
        title,
        description,
        length,
        zone,
        offer,
        people,
        createdAt,
        expiresAt,
        revokedAt,
        hold,
        meetingId);
  }

  /// What is held now.
  @Nullable Hold heldAt(Instant now) {
    return hold != null && now.isBefore(hold.until()) ? hold : null;
  }
}
