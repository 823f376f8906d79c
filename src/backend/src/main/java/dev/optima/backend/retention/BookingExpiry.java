package dev.optima.backend.retention;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// Deletes links with which nobody ever picked a time, with the mails that brought them. One that
/// was used goes with its meeting, see [MeetingExpiry].
final class BookingExpiry implements Expiry {
  private static final String OLD =
      "SELECT id, applicant_id FROM bookings WHERE meeting_id IS NULL"
          + " AND (expires_at < ? OR revoked_at < ?) ORDER BY expires_at, id LIMIT ?";
  private static final String LINKS =
      "DELETE FROM invitations WHERE applicant_id = ?"
          + " AND mail_id IN (SELECT id FROM mails WHERE applicant_id = ? AND booking_id = ?)";
  private static final String MAILS = "DELETE FROM mails WHERE applicant_id = ? AND booking_id = ?";
  private static final String DELETE = "DELETE FROM bookings WHERE id = ?";

  private record Old(String id, UserId applicant) {}

  @Override
  public int expire(Tx tx, Instant end, int most) throws SQLException {
    List<Old> old =
        tx.list(OLD, row -> new Old(row.text(1), new UserId(row.text(2))), end, end, most);
    for (Old link : old) {
      tx.update(LINKS, link.applicant(), link.applicant(), link.id());
      tx.update(MAILS, link.applicant(), link.id());
      tx.update(DELETE, link.id());
    }
    return old.size();
  }
}
