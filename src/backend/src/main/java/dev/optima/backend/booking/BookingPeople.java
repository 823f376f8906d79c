package dev.optima.backend.booking;

import dev.optima.backend.account.Identity;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Role;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who is on the two sides of a link, as they are now.
final class BookingPeople {
  private static final String APPLICANT =
      "SELECT name, language, time_zone FROM applicants WHERE id = ?";
  private static final String COLLEAGUE =
      "SELECT name, role FROM accounts WHERE id = ? AND disabled_at IS NULL";

  /// For whom a link is.
  record Applicant(UserId id, String name, String language, String timeZone) {
    /// As whom they act with their link.
    Identity identity() {
      return new Identity(id, Role.APPLICANT, name, null, null);
    }
  }

  Optional<Applicant> applicant(Tx tx, UserId id) throws SQLException {
    return tx.first(APPLICANT, row -> new Applicant(id, row.text(1), row.text(2), row.text(3)), id);
  }

  /// Somebody of the team, unless they left it.
  Optional<Identity> colleague(Tx tx, UserId id) throws SQLException {
    return tx.first(
        COLLEAGUE, row -> new Identity(id, Role.valueOf(row.text(2)), row.text(1), null, null), id);
  }

  /// Those who did not leave the team since.
  List<UserId> present(Tx tx, List<UserId> colleagues) throws SQLException {
    List<UserId> present = new ArrayList<>();
    for (UserId one : colleagues) {
      if (colleague(tx, one).isPresent()) {
        present.add(one);
      }
    }
    return present;
  }

  /// The names of those who are still there.
  List<String> names(Tx tx, List<UserId> colleagues) throws SQLException {
    List<String> names = new ArrayList<>();
    for (UserId one : colleagues) {
      colleague(tx, one).ifPresent(who -> names.add(who.name()));
    }
    return names;
  }
}
