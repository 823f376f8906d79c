package dev.optima.backend.booking;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.optima.backend.store.Row;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.json.Json;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of a booking link; who leads the interview is in rows of its own.
final class BookingRow {
  static final String SELECT =
      """
      SELECT b.id, b.request_key, b.owner_id, b.applicant_id, b.title, b.description,
        b.duration_minutes, b.time_zone, b.offer, b.created_at, b.expires_at, b.revoked_at,
        b.held_start, b.held_until, b.meeting_id
      FROM bookings b
      """;

  private BookingRow() {}

  static StoredBooking read(Row row) throws SQLException {
    String meeting = row.textOrNull(15);
    return new StoredBooking(
        row.text(1),
        row.text(2),
        new UserId(row.text(3)),
        new UserId(row.text(4)),
        row.text(5),
        row.textOrNull(6),
        Duration.ofMinutes(row.integer(7)),
        ZoneId.of(row.text(8)),
        offer(row.text(9)),
        List.of(),
        row.instant(10),
        row.instant(11),
        row.instantOrNull(12),
        hold(row.instantOrNull(13), row.instantOrNull(14)),
        meeting == null ? null : new MeetingId(meeting));
  }

  private static StoredBooking.@Nullable Hold hold(
      @Nullable Instant start, @Nullable Instant until) {
    return start == null || until == null ? null : new StoredBooking.Hold(start, until);
  }

  private static Offer offer(String json) throws SQLException {
    try {
      return Json.MAPPER.readValue(json, Offer.class);
    } catch (JsonProcessingException e) {
      throw new SQLException("the offer of a booking cannot be read", e);
    }
  }
}
