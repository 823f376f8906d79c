package dev.optima.backend.push;

import dev.optima.backend.store.Row;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.PushSubscription;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// Where applicants are reached. A subscription lives as long as the session that made it.
public final class PushSubscriptionStore {
  private static final String LIVE =
      """
       FROM push_subscriptions p JOIN sessions s ON s.id = p.session_id
      WHERE p.user_id = ? AND s.revoked_at IS NULL AND s.expires_at > ?""";

  /// Keeps a subscription; one that is known belongs to whoever subscribes last.
  void put(Tx tx, UserId user, String session, PushSubscription subscription, Instant now)
      throws SQLException {
    tx.update(
        """
        INSERT INTO push_subscriptions (endpoint, user_id, session_id, p256dh, auth, created_at)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (endpoint) DO UPDATE SET user_id = excluded.user_id,
          session_id = excluded.session_id, p256dh = excluded.p256dh, auth = excluded.auth,
          created_at = excluded.created_at""",
        subscription.endpoint(),
        user,
        session,
        subscription.keys().p256dh(),
        subscription.keys().auth(),
        now);
  }

  /// Forgets all but the newest.
  void keepNewest(Tx tx, UserId user, int count) throws SQLException {
    tx.update(
        """
        DELETE FROM push_subscriptions WHERE user_id = ? AND endpoint NOT IN
          (SELECT endpoint FROM push_subscriptions WHERE user_id = ?
           ORDER BY created_at DESC, endpoint LIMIT ?)""",
        user,
        user,
        count);
  }

  int delete(Tx tx, UserId user, String endpoint) throws SQLException {
    return tx.update(
        "DELETE FROM push_subscriptions WHERE endpoint = ? AND user_id = ?", endpoint, user);
  }

  List<PushSubscription> of(Tx tx, UserId user, Instant now) throws SQLException {
    return tx.list(
        "SELECT p.endpoint, p.p256dh, p.auth" + LIVE + " ORDER BY p.created_at",
        PushSubscriptionStore::read,
        user,
        now);
  }

  /// On how many browsers somebody can be reached though no page is open.
  public int count(Tx tx, UserId user, Instant now) throws SQLException {
    return tx.first("SELECT COUNT(*)" + LIVE, row -> row.integer(1), user, now).orElse(0);
  }

  private static PushSubscription read(Row row) throws SQLException {
    return new PushSubscription(row.text(1), new PushSubscription.Keys(row.text(2), row.text(3)));
  }
}
