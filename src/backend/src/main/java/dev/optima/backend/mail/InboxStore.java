package dev.optima.backend.mail;

import dev.optima.backend.store.Tx;
import java.sql.SQLException;
import java.util.Optional;

/// How far mailboxes were read.
final class InboxStore {

  Optional<ImapBox.Mark> mark(Tx tx, String mailbox) throws SQLException {
    return tx.first(
        "SELECT validity, uid FROM inbox_marks WHERE mailbox = ?",
        row -> new ImapBox.Mark(row.number(1), row.number(2)),
        mailbox);
  }

  void put(Tx tx, String mailbox, ImapBox.Mark mark) throws SQLException {
    tx.update(
        """
        INSERT INTO inbox_marks (mailbox, validity, uid) VALUES (?, ?, ?)
        ON CONFLICT (mailbox) DO UPDATE SET validity = excluded.validity, uid = excluded.uid""",
        mailbox,
        mark.validity(),
        mark.uid());
  }
}
