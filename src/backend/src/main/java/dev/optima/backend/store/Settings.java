package dev.optima.backend.store;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

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
    return get(tx, name).orElseThrow();
  }

  /// What is kept under this name now.
  public static Optional<String> get(Tx tx, String name) throws SQLException {
    return tx.first("SELECT value FROM settings WHERE name = ?", row -> row.text(1), name);
  }

  /// Keeps a value in the place of a former one.
  public static void put(Tx tx, String name, String value, Instant now) throws SQLException {
    tx.update(
        "INSERT INTO settings (name, value, updated_at) VALUES (?, ?, ?) ON CONFLICT (name)"
            + " DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at",
        name,
        value,
        now);
  }

  /// Keeps nothing under this name any more.
  public static void remove(Tx tx, String name) throws SQLException {
    tx.update("DELETE FROM settings WHERE name = ?", name);
  }

  /// A secret of this installation: 32 random bytes in base64, made when it is first asked for.
  public static String secret(Database database, String name, Instant now) {
    var fresh = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(fresh);
    String offer = Base64.getEncoder().encodeToString(fresh);
    return database.<String>write(tx -> kept(tx, name, offer, now));
  }
}
