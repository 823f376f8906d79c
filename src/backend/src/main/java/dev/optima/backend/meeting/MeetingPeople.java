package dev.optima.backend.meeting;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.util.Optional;

/// Who may be at a meeting.
final class MeetingPeople {
  private static final String APPLICANT =
      "SELECT id, name, email, language, time_zone FROM applicants WHERE id = ?";
  private static final String COLLEAGUE =
      "SELECT name FROM accounts WHERE id = ? AND disabled_at IS NULL";
  private static final String NAME =
      "SELECT name FROM accounts WHERE id = ? UNION ALL SELECT name FROM applicants WHERE id = ?";

  Optional<StoredMeeting.Invitee> applicant(Tx tx, UserId id) throws SQLException {
    return tx.first(
        APPLICANT,
        row ->
            new StoredMeeting.Invitee(
                new UserId(row.text(1)), row.text(2), row.text(3), row.text(4), row.text(5)),
        id);
  }

  /// The name of somebody of the team who may lead a meeting.
  Optional<String> colleague(Tx tx, UserId id) throws SQLException {
    return tx.first(COLLEAGUE, row -> row.text(1), id);
  }

  /// The name of anybody; empty if there is nobody.
  String name(Tx tx, UserId id) throws SQLException {
    return tx.first(NAME, row -> row.text(1), id, id).orElse("");
  }
}
