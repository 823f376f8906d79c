package dev.optima.backend.store;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;

/// What an installation makes once and keeps: of all nodes the first that offers a value decides,
/// and all have the same.
public final class Settings {
  private static final int SECRET_BYTES = 32;

  private Settings() {}

  /// The value that is kept under this name: the one that is offered, unless there was one before.
  public static String kept(Tx tx, String name, String offer, Instant now) throws SQLException {
    tx.update(
        "INSERT INTO settings (name, value, updated_at) VALUES (?, ?, ?)"
            + " ON CONFLICT (name) DO NOTHING",
        name,
        offer,
        now);
    return tx.first("SELECT value FROM settings WHERE name = ?", row -> row.text(1), name)
        .orElseThrow();
  }

  /// A secret of this installation: 32 random bytes in base64, made when it is first asked for.
  public static String secret(Database database, String name, Instant now) {
    var fresh = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(fresh);
    String offer = Base64.getEncoder().encodeToString(fresh);
    return database.<String>write(tx -> kept(tx, name, offer, now));
  }
}
