package dev.optima.backend.retention;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// Deletes meetings with all that hangs on them: who led them, their history, reminders, answers by
/// mail, mails of the outbox and the links in those, and the booking that they came from. What the
/// chat told of them stays with the chat. One of which nobody has said what became of it is open,
/// and stays.
final class MeetingExpiry implements Expiry {
  // By the beginning, of which there is an index; one that was called off is over with its time.
  private static final String OLD =
      "SELECT id, applicant_id FROM meetings WHERE scheduled_at < ? AND ends_at < ?"
          + " AND closed_at < ? ORDER BY scheduled_at, id LIMIT ?";
  private static final String LINKS =
      "DELETE FROM invitations WHERE applicant_id = ?"
          + " AND mail_id IN (SELECT id FROM mails WHERE meeting_id = ?)";
  private static final String MAILS = "DELETE FROM mails WHERE meeting_id = ?";
  private static final String BOOKED_MAILS =
      "DELETE FROM mails WHERE applicant_id = ? AND booking_id IN"
          + " (SELECT id FROM bookings WHERE applicant_id = ? AND meeting_id = ?)";
  private static final String BOOKED =
      "DELETE FROM bookings WHERE applicant_id = ? AND meeting_id = ?";
  private static final String DELETE = "DELETE FROM meetings WHERE id = ?";

  private final Folding<MeetingId> totals;

  /// @param totals keep what figures need
  MeetingExpiry(Folding<MeetingId> totals) {
    this.totals = totals;
  }

  private record Old(MeetingId id, UserId applicant) {}

  @Override
  public int expire(Tx tx, Instant end, int most) throws SQLException {
    List<Old> old =
        tx.list(
            OLD,
            row -> new Old(new MeetingId(row.text(1)), new UserId(row.text(2))),
            end,
            end,
            end,
            most);
    if (old.isEmpty()) {
      return 0;
    }
    totals.fold(tx, old.stream().map(Old::id).toList());
    for (Old meeting : old) {
      delete(tx, meeting);
    }
    return old.size();
  }

  private static void delete(Tx tx, Old meeting) throws SQLException {
    tx.update(LINKS, meeting.applicant(), meeting.id());
    tx.update(MAILS, meeting.id());
    tx.update(BOOKED_MAILS, meeting.applicant(), meeting.applicant(), meeting.id());
    tx.update(BOOKED, meeting.applicant(), meeting.id());
    tx.update(DELETE, meeting.id());
  }
}
