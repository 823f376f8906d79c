package dev.optima.backend.applicant;

import dev.optima.backend.store.Ids;
import dev.optima.backend.store.Row;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Invitations; codes are stored as hashes only.
final class InvitationStore {
  private static final String ADD =
      """
      INSERT INTO invitations
        (id, code_hash, applicant_id, purpose, created_by, created_at, expires_at, redeemed_at,
         mail_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?)""";

  /// What a link is for: it opens nothing else.
  enum Purpose {
    ENTER
  }

  record Stored(
      String id,
      UserId applicantId,
      String inviterName,
      Instant expiresAt,
      @Nullable Instant redeemedAt) {}

  /// A link to be.
  ///
  /// @param mail the mail that brings it, unless somebody invites
  record New(
      String codeHash,
      UserId applicant,
      UserId by,
      Instant now,
      Instant until,
      @Nullable String mail) {}

  /// Adds a link, unless there is one with this code.
  ///
  /// @return whether it was added
  boolean add(Tx tx, New link) throws SQLException {
    return tx.update(ADD + " ON CONFLICT (code_hash) DO NOTHING", values(link)) == 1;
  }

  /// Adds a link; one with this code is good for as long as this one.
  void addOrProlong(Tx tx, New link) throws SQLException {
    tx.update(
        ADD + " ON CONFLICT (code_hash) DO UPDATE SET expires_at = excluded.expires_at",
        values(link));
  }

  private static @Nullable Object[] values(New link) {
    return new @Nullable Object[] {
      Ids.next(),
      link.codeHash(),
      link.applicant(),
      Purpose.ENTER,
      link.by(),
      link.now(),
      link.until(),
      link.mail()
    };
  }

  Optional<Stored> find(Tx tx, String codeHash, Purpose purpose) throws SQLException {
    return tx.first(
        """
        SELECT i.id, i.applicant_id, a.name, i.expires_at, i.redeemed_at
        FROM invitations i LEFT JOIN accounts a ON a.id = i.created_by
        WHERE i.code_hash = ? AND i.purpose = ?""",
        InvitationStore::read,
        codeHash,
        purpose);
  }

  /// Uses an invitation up.
  ///
  /// @return whether it was this one that did
  boolean redeem(Tx tx, String id, Instant now) throws SQLException {
    return tx.update(
            "UPDATE invitations SET redeemed_at = ? WHERE id = ? AND redeemed_at IS NULL", now, id)
        == 1;
  }

  private static Stored read(Row row) throws SQLException {
    String inviter = row.textOrNull(3);
    return new Stored(
        row.text(1),
        new UserId(row.text(2)),
        inviter == null ? "" : inviter,
        row.instant(4),
        row.instantOrNull(5));
  }
}
