package dev.optima.backend.booking;

import dev.optima.backend.store.Row;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.json.Json;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Booking links in the database; codes are stored as hashes only.
final class BookingStore {
  private static final String INSERT =
      """
      INSERT INTO bookings
        (id, request_key, owner_id, applicant_id, title, description, duration_minutes, time_zone,
         offer, created_at, expires_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (owner_id, request_key) DO NOTHING\
      """;
  private static final String BY_CODE =
      BookingRow.SELECT + "JOIN booking_codes c ON c.booking_id = b.id WHERE c.code_hash = ?";
  private static final String OF_APPLICANT =
      BookingRow.SELECT + "WHERE b.applicant_id = ? ORDER BY b.created_at DESC, b.id DESC LIMIT ?";
  private static final String OPEN = " AND meeting_id IS NULL AND revoked_at IS NULL";
  private static final String HELD =
      "SELECT b.held_start, b.held_end FROM bookings b WHERE b.held_until > ? AND b.held_start < ?"
          + " AND b.held_end > ? AND b.meeting_id IS NULL AND b.revoked_at IS NULL"
          + " AND (b.applicant_id = ? OR EXISTS (SELECT 1 FROM booking_interviewers i"
          + " WHERE i.booking_id = b.id AND i.user_id = ?))";

  /// A stretch of time that is being booked.
  record Held(Instant start, Instant end) {}

  /// False if the owner used this key before.
  boolean add(Tx tx, StoredBooking fresh) throws SQLException {
    int rows =
        tx.update(
            INSERT,
            fresh.id(),
            fresh.requestKey(),
            fresh.ownerId(),
            fresh.applicantId(),
            fresh.title(),
            fresh.description(),
            fresh.length().toMinutes(),
            fresh.zone().getId(),
            Json.write(fresh.offer()),
            fresh.createdAt(),
            fresh.expiresAt());
    for (int place = 0; rows > 0 && place < fresh.interviewers().size(); place++) {
      tx.update(
          "INSERT INTO booking_interviewers (booking_id, user_id, place) VALUES (?, ?, ?)",
          fresh.id(),
          fresh.interviewers().get(place),
          place);
    }
    return rows > 0;
  }

  void addCode(Tx tx, String booking, String codeHash) throws SQLException {
    tx.update(
        "INSERT INTO booking_codes (code_hash, booking_id) VALUES (?, ?)"
            + " ON CONFLICT (code_hash) DO NOTHING",
        codeHash,
        booking);
  }

  Optional<StoredBooking> find(Tx tx, String id) throws SQLException {
    return one(tx, BookingRow.SELECT + "WHERE b.id = ?", id);
  }

  Optional<StoredBooking> byCode(Tx tx, String codeHash) throws SQLException {
    return one(tx, BY_CODE, codeHash);
  }

  Optional<StoredBooking> byKey(Tx tx, UserId owner, String key) throws SQLException {
    return one(tx, BookingRow.SELECT + "WHERE b.owner_id = ? AND b.request_key = ?", owner, key);
  }

  /// Newest first.
  List<StoredBooking> ofApplicant(Tx tx, UserId applicant, int limit) throws SQLException {
    List<StoredBooking> all = new ArrayList<>();
    for (StoredBooking one : tx.list(OF_APPLICANT, BookingRow::read, applicant, limit)) {
      all.add(withInterviewers(tx, one));
    }
    return all;
  }

  private static Optional<StoredBooking> one(Tx tx, String sql, @Nullable Object... parameters)
      throws SQLException {
    Optional<StoredBooking> found = tx.first(sql, BookingRow::read, parameters);
    return found.isEmpty() ? found : Optional.of(withInterviewers(tx, found.get()));
  }

  private static StoredBooking withInterviewers(Tx tx, StoredBooking booking) throws SQLException {
    return booking.ledBy(
        tx.list(
            "SELECT user_id FROM booking_interviewers WHERE booking_id = ? ORDER BY place",
            row -> new UserId(row.text(1)),
            booking.id()));
  }

  /// Holds a slot instead of what was held; false if the link is booked or revoked.
  boolean hold(Tx tx, String booking, Held slot, Instant until) throws SQLException {
    return tx.update(
            "UPDATE bookings SET held_start = ?, held_end = ?, held_until = ? WHERE id = ?" + OPEN,
            slot.start(),
            slot.end(),
            until,
            booking)
        > 0;
  }

  /// Lets go of what is held.
  void release(Tx tx, String booking) throws SQLException {
    tx.update(
        "UPDATE bookings SET held_start = NULL, held_end = NULL, held_until = NULL WHERE id = ?",
        booking);
  }

  /// False if the link is booked or revoked.
  boolean book(Tx tx, String booking, MeetingId meeting) throws SQLException {
    return tx.update("UPDATE bookings SET meeting_id = ? WHERE id = ?" + OPEN, meeting, booking)
        > 0;
  }

  /// False if it is booked or revoked already.
  boolean revoke(Tx tx, String booking, Instant now) throws SQLException {
    return tx.update("UPDATE bookings SET revoked_at = ? WHERE id = ?" + OPEN, now, booking) > 0;
  }

  /// What is being booked of somebody's time.
  List<Held> held(Tx tx, UserId user, Instant from, Instant to, Instant now) throws SQLException {
    return tx.list(HELD, BookingStore::held, now, to, from, user, user);
  }

  private static Held held(Row row) throws SQLException {
    return new Held(row.instant(1), row.instant(2));
  }
}
